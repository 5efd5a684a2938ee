import { CreationLink } from '../access/creation-link.ts';
import { result } from './output.ts';
import { withData } from './with-data.ts';

/** `reportback creation-link`: prints the link with which organizers make workshops. */
export async function creationLinkCommand(): Promise<void> {
  result(
    await withData(async ({ storage, maker: { signer, publicUrl } }) => {
      const place = { host: publicUrl.hostname, publicUrl };
      return new CreationLink(storage.workshops, signer, place).address();
    }),
  );
}
