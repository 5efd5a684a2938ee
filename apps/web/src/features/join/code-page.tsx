import { NotFound } from '../../app/error-boundary.tsx';
import { typedCode } from '../../app/join-code.ts';
import { Entry } from './enter-page.tsx';

/** `/join/:code`: the way in by a typed code, also from a QR code on the wall. */
export default function CodePage({ code }: { readonly code: string }) {
  const read = typedCode(code);
  if (read === null)
    return (
      <NotFound
        reason={`“${code.slice(0, 20)}” is not a code: a code has six letters and digits, such as K7M 4QX.`}
      />
    );
  return <Entry key={read} request={{ code: read }} />;
}
