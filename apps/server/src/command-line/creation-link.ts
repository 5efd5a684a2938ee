import { CreationLink } from '../access/creation-link.ts';
import { Refusal } from '../refusal.ts';
import { result } from './output.ts';
import { withData } from './with-data.ts';

/**
 * `reportback creation-link`: prints the link with which organizers make workshops.
 * @throws Refusal where they sign in instead, because the link would be refused
 */
export async function creationLinkCommand(): Promise<void> {
  result(
    await withData(async ({ config, storage, maker: { signer, publicUrl } }) => {
      if (config.signIn !== null)
        throw new Refusal(
          'not-now',
          `Organizers sign in on this server (OIDC_ISSUER is set), so it has no creation link. They do so at ${publicUrl.origin}.`,
        );
      const place = { host: publicUrl.hostname, publicUrl };
      return new CreationLink(storage.workshops, signer, place).address();
    }),
  );
}
