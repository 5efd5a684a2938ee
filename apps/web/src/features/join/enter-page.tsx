import type { EnterRequest, EnterView, WorkshopId } from '@reportback/domain';
import { useEffect, useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import type { Answer } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { NotFound } from '../../app/error-boundary.tsx';
import { Failure } from '../../app/failure.tsx';
import { typedCode } from '../../app/join-code.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { askAnew } from '../../app/use-workshop.ts';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Loading, PageMessage } from '../../design/page-message.tsx';

/**
 * `/enter#<token>` and `/join#<token>`: hands the link's token, or the code of a seat, to the server, takes it
 * out of the address, so that it stays in no history and no screenshot, and goes to where it leads.
 */
export default function EnterPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  if (token === '')
    return (
      <NotFound reason="The second half of this link is missing. Open the link again, or enter the workshop’s code." />
    );
  const code = typedCode(token);
  return <Entry request={code === null ? { token } : { code }} />;
}

/** The code of a seat lets in once, so a call that is under way is waited for and not made twice. */
function onceAtATime<Value>(call: () => Promise<Value>): () => Promise<Value> {
  let underWay: Promise<Value> | null = null;
  return () => {
    underWay ??= call().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

async function enter(request: EnterRequest): Promise<Answer<EnterView>> {
  const answer = await api.enter(request);
  if (answer.is === 'answer') askAnew(answer.value.workshop);
  return answer;
}

/** Enters by a token or a code, and shows why where the server refuses it. */
export function Entry({ request }: { readonly request: EnterRequest }) {
  const [entry] = useState(() => new Resource(onceAtATime(() => enter(request))));
  const entered = useReadable(entry);
  if (entered.is === 'loading') return <Loading>Opening the door…</Loading>;
  if (entered.is === 'answer') return <GoIn workshop={entered.value.workshop} />;
  if (entered.is === 'refused' && entered.code === 'other-seat' && 'code' in request)
    return <OtherSeat code={request.code} problem={entered.problem} />;
  return (
    <main>
      <Failure of={entered} onRetry={entry.refresh} />
    </main>
  );
}

/** This browser sits there already, as somebody else than the code is for: who is it now? */
function OtherSeat({ code, problem }: { readonly code: string; readonly problem: string }) {
  const [isDecided, setIsDecided] = useState(false);
  if (isDecided) return <Entry request={{ code, instead: true }} />;
  return (
    <main>
      <PageMessage
        title="Who is writing here from now on?"
        actions={
          <>
            <Button kind="primary" onClick={() => setIsDecided(true)}>
              Use the code’s seat
            </Button>
            <ButtonLink href={addresses.start}>Stay as it is</ButtonLink>
          </>
        }
      >
        <p>{problem}</p>
      </PageMessage>
    </main>
  );
}

function GoIn({ workshop }: { readonly workshop: WorkshopId }) {
  return <WorkshopPage workshop={workshop}>{(view) => <ToEntrance view={view} />}</WorkshopPage>;
}
