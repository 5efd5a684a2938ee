import type { Frame } from '@reportback/sync/wire';
import * as Y from 'yjs';
import { Browser } from '../../apps/server/src/testing/browser.ts';
import { LoadClient, readAnew } from '../language/load-client.ts';
import { ReportbackServer } from '../language/reportback-server.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { doorOf, TableDoors, type Ticket } from '../language/table-doors.ts';

/** Who comes, by which link; what they may while the session is open. Written down here once more, by hand. */
const people = [
  { role: 'organizer', link: 'organizer', reads: true, writes: true },
  { role: 'facilitator', link: 'facilitator', reads: true, writes: true },
  { role: 'participant of this table', link: 'table', reads: true, writes: true },
  { role: 'participant of another table', link: 'other table', reads: true, writes: false },
  { role: 'viewer', link: 'view', reads: true, writes: false },
  { role: 'screen', link: 'screen', reads: false, writes: false },
] as const;

/** How the document stands when the message comes. Nobody may write to one that is frozen. */
const locks = ['open', 'frozen before', 'frozen meanwhile'] as const;

/** What is sent. Only document frames may change anything, and only where writing is allowed. */
const messages: Readonly<Record<string, (update: Uint8Array) => Frame>> = {
  update: (update) => ({ is: 'update', update }),
  'sync step 2': (update) => ({ is: 'sync-step-2', update }),
  'sync step 1': (update) => ({
    is: 'sync-step-1',
    stateVector: Y.encodeStateVectorFromUpdate(update),
  }),
  awareness: (update) => ({ is: 'awareness', update }),
  'query awareness': () => ({ is: 'query-awareness' }),
  'hash question': () => ({ is: 'hash-question', question: 9 }),
  'an acknowledgement': () => ({ is: 'acknowledged', through: 1 }),
  denial: () => ({ is: 'denied', reason: 'no' }),
};
const carriesText = new Set(['update', 'sync step 2']);

/**
 * Sends every kind of message as every role, to an open document, a frozen one and one that is frozen
 * while they are connected, over real sockets. Lost is a write without the right, a right that was not
 * given, and an acknowledgement of what is not there.
 */
export async function rightsSuite(
  suite: string,
  { seed }: Pick<SuiteSize, 'seed'>,
): Promise<SuiteResult> {
  const findings = new Findings();
  const server = await ReportbackServer.start();
  let combinations = 0;
  try {
    const doors = await TableDoors.make(server, 2);
    const phase = await phaseControl(server, doors);
    for (const lock of locks) {
      for (const person of people) {
        await phase('reopen');
        const ticket = await ticketOf(server, doors, person.link);
        if ((ticket !== null) !== person.reads)
          findings.lose(1, `${person.role}: a ticket was ${ticket ? '' : 'not '}given`);
        if (ticket === null) {
          combinations += Object.keys(messages).length;
          continue;
        }
        const reader = await ticketOf(server, doors, 'view');
        if (reader === null) throw new Error('The viewer got no ticket.');
        for (const [kind, frameOf] of Object.entries(messages)) {
          combinations++;
          if (lock === 'frozen meanwhile') await phase('reopen');
          if (lock === 'frozen before') await phase('freeze');
          const attempt = await attemptWith(
            ticket,
            frameOf,
            lock === 'frozen meanwhile' ? () => phase('freeze') : null,
          );
          const { words } = await readAnew(doorOf(reader));
          const allowed = person.writes && lock === 'open' && carriesText.has(kind);
          const isThere = words.has(attempt.word);
          const where = `${person.role}, ${kind}, ${lock}`;
          if (isThere !== allowed)
            findings.lose(1, `${where}: the text is ${isThere ? '' : 'not '}there`);
          if (attempt.wasAcknowledged && carriesText.has(kind) && !isThere)
            findings.lose(1, `${where}: it was called saved and is not there`);
        }
      }
    }
  } finally {
    await server.stop();
  }
  findings.faults = combinations;
  return findings.result(suite, `${combinations} combinations`, seed);
}

interface Attempt {
  readonly word: string;
  readonly wasAcknowledged: boolean;
}

let attempts = 0;

/** Connects, sends one message, and waits until the server has dealt with it. */
async function attemptWith(
  ticket: Ticket,
  frameOf: (update: Uint8Array) => Frame,
  meanwhile: (() => Promise<void>) | null,
): Promise<Attempt> {
  const client = new LoadClient('somebody');
  await client.connect(doorOf(ticket));
  if (meanwhile) await meanwhile();
  const word = `try.${attempts++}`;
  const frame = frameOf(updateWith(word));
  const before = client.refusalCount;
  client.sendFrame(frame);
  await client.askHash();
  const wasRefused = client.refusalCount > before;
  // An acknowledgement comes after a sync, a refusal at once.
  if (!wasRefused) await client.until(() => client.isAcknowledged || !client.isConnected);
  const wasAcknowledged = client.isConnected && !wasRefused && client.isAcknowledged;
  await client.leave();
  return { word, wasAcknowledged };
}

function updateWith(word: string): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(`${word};`)]);
  doc.getXmlFragment('note').push([paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

async function ticketOf(
  server: ReportbackServer,
  doors: TableDoors,
  link: (typeof people)[number]['link'],
): Promise<Ticket | null> {
  const { links, sessions } = doors.workshop;
  const groups = sessions[0]?.groups ?? [];
  switch (link) {
    case 'table':
      return doors.ticket(groups[0]?.url ?? '', 0, 'Ana');
    case 'other table': {
      const browser = await visitor(server, groups[1]?.url ?? '');
      const seat = { name: 'Bo', group: groups[1]?.id };
      await browser.call('PUT', `/api/workshops/${doors.workshop.workshop}/seat`, seat);
      const asked = { session: sessions[0]?.id, group: groups[0]?.id };
      const answer = await browser.post('/api/tickets', asked);
      return answer.status === 200 ? answer.as<Ticket>() : null;
    }
    case 'view':
    case 'screen':
      return doors.ticket(links[link], 0);
    case 'organizer':
    case 'facilitator':
      return doors.ticket(links[link], 0, 'Cy');
  }
}

/** Freezes and reopens the first session, as its facilitator. */
async function phaseControl(
  server: ReportbackServer,
  { workshop: { workshop, links, sessions } }: TableDoors,
): Promise<(command: 'freeze' | 'reopen') => Promise<void>> {
  const browser = await visitor(server, links.facilitator);
  return async (command) => {
    const path = `/api/workshops/${workshop}/sessions/${sessions[0]?.id}/phase`;
    const { status, text } = await browser.post(path, { command });
    if (status !== 200) throw new Error(`The phase could not be moved: ${text}`);
  };
}

/** A browser that came in by a link. */
async function visitor(server: ReportbackServer, link: string): Promise<Browser> {
  const browser = new Browser(server.address);
  const { status, text } = await browser.post('/api/enter', { token: new URL(link).hash.slice(1) });
  if (status !== 200) throw new Error(`The link was refused: ${text}`);
  return browser;
}
