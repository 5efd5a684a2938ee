import { requestEarly } from './app/request.ts';

// The table's page is the one that people wait for on a phone. What it consists of and what it asks is known
// from its address, so all of it is under way before the frame of the app has arrived.
const table = /^\/w\/([\w-]+)\/s\/([\w-]+)\/g\/([\w-]+)$/.exec(window.location.pathname);

if (table !== null) {
  const [, workshop, session, group] = table;
  requestEarly('GET', `/api/workshops/${workshop}`);
  requestEarly('POST', '/api/tickets', { session, group });
  // What cannot be fetched, or is no address of ours, the app says itself when it comes to it.
  void begin(session, group).catch(() => undefined);
  import('./features/group/table-page.tsx').catch(() => undefined);
}

async function begin(session = '', group = ''): Promise<void> {
  const { beginTable } = await import('./features/group/begin-table.ts');
  beginTable(session, group);
}
