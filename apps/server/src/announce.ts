import type { Workshop } from '@reportback/domain';
import { renderUnicodeCompact } from 'uqr';
import { shownJoinCode } from './access/join-code.ts';
import { isLocalOnly, type ServerPlace } from './access/same-origin.ts';
import { findLink, linkAddress } from './access/workshop-links.ts';
import { isLoopback } from './config.ts';
import { exampleWorkshop } from './example/offer-example.ts';
import type { Services } from './services.ts';

/**
 * What a start says to the person who started it. Links are keys: they are said on a terminal only, because
 * what goes elsewhere ends up in a log.
 */
export async function announcement(
  { store, signer, place, creation, accounts }: Services,
  isTerminal: boolean,
): Promise<string> {
  const { publicUrl, host } = place;
  const lines = [`Reportback is at ${publicUrl.origin}`];
  // In a room people come in by their phones' cameras.
  if (isTerminal && isVenue(place)) lines.push('', renderUnicodeCompact(publicUrl.origin), '');
  if (isTerminal && !isLocalOnly(place))
    lines.push(
      accounts === null
        ? `To make a workshop, open  ${await creation.address()}`
        : `To make a workshop, sign in at  ${publicUrl.origin}`,
    );
  const example = await exampleWorkshop(store);
  const workshop = example === null ? null : await store.workshop(example);
  if (!isTerminal)
    lines.push(
      `Links of a workshop: npm run -s reportback -- links ${workshop === null ? 'WORKSHOP' : `${workshop.id}  (the example)`}`,
    );
  if (workshop !== null && isTerminal) {
    const organizer = findLink(await store.links(workshop.id), 'organizer');
    lines.push(
      '',
      `An example to look around in: ${workshop.title}`,
      `  as organizer   ${linkAddress({ signer, publicUrl }, organizer)}`,
      `  as participant ${joinAddress(publicUrl, workshop)}  (code ${shownJoinCode(workshop.joinCode)})`,
    );
  }
  if (!isLoopback(host) && isLoopback(publicUrl.hostname))
    lines.push(
      '',
      `Other devices cannot open ${publicUrl.origin}: set PUBLIC_URL to the address at which they reach this machine.`,
    );
  return lines.join('\n');
}

/** Whether devices on the same network reach this machine without anything between. */
function isVenue({ host, publicUrl }: ServerPlace): boolean {
  return !isLoopback(host) && !isLoopback(publicUrl.hostname);
}

function joinAddress(publicUrl: URL, { joinCode }: Workshop): string {
  return `${publicUrl.origin}/join/${joinCode}`;
}
