import { type GroupId, type SessionId, tableAt, type WorkshopView } from '@reportback/domain';
import { api } from '../../app/api.ts';
import { whenIdle } from '../../editor/when-idle.ts';
import { documents } from './documents.ts';
import { rememberDocument, rememberedDocument } from './remembered-documents.ts';

/**
 * Whether this browser can open the page again without a network: it allows that only over https, and on the
 * machine itself.
 */
export const opensOffline = 'serviceWorker' in navigator;

/** A document that was fetched has reached the storage of this device by then. Milliseconds. */
const stored = 1_000;
/** One that has not come by then is left for another visit. Milliseconds. */
const patience = 20_000;

let isKept = false;

/** Keeps the app and one's own table in every session on this device, once the page has time for it. */
export function keepOffline(view: WorkshopView): void {
  if (isKept || !opensOffline || !import.meta.env.PROD) return;
  isKept = true;
  whenIdle(() => {
    // A browser that keeps nothing refuses; the page then needs the network, as it did before.
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
    void fetchAhead(view);
  });
}

async function fetchAhead({ sessions, me }: WorkshopView): Promise<void> {
  for (const { id } of sessions) {
    const group = tableAt(me.seat, id);
    if (group !== null && rememberedDocument(id, group) === null) await fetchDocument(id, group);
  }
}

async function fetchDocument(session: SessionId, group: GroupId): Promise<void> {
  const answer = await api.ticket({ session, group });
  if (answer.is !== 'answer') return;
  const ticket = answer.value;
  const { document, release } = documents.open({
    name: ticket.document,
    ticket,
    askForTicket: () => Promise.resolve({ is: 'unreachable' }),
  });
  await new Promise<void>((done) => {
    const timer = setTimeout(done, patience);
    const look = () => {
      if (!document.isLoaded.get()) return;
      clearTimeout(timer);
      rememberDocument(session, group, ticket.document);
      setTimeout(done, stored);
    };
    document.isLoaded.subscribe(look);
    look();
  });
  release();
}
