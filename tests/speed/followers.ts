import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Browser } from '../../apps/server/src/testing/browser.ts';
import { ReportbackServer, type WorkshopLinks } from '../language/reportback-server.ts';
import type { CrowdCall, CrowdReport } from './follower-crowd.ts';

/*
 * How long a change takes to reach everybody who follows a session, and what it costs the server: the real server in
 * a process of its own, the followers in another, each with a seat and a socket of its own.
 *
 *   node tests/speed/followers.ts [followers] [tables]
 */

const agenda = new URL('../../apps/server/src/example/harmony-2025.txt', import.meta.url).pathname;
const followers = Number(process.argv[2] ?? 600);
const tables = Number(process.argv[3] ?? 60);
/** Changes of each kind, and milliseconds between them. */
const changes = 40;
const pause = 250;

/** Milliseconds since 1970 with fractions, comparable between processes of one machine. */
const now = () => performance.timeOrigin + performance.now();

const server = await ReportbackServer.start();
try {
  await measure();
} finally {
  await server.stop();
}

async function measure(): Promise<void> {
  const workshop = await server.createWorkshop(agenda, tables, '--time-zone', 'America/Chicago');
  const facilitator = await enter(workshop, 'facilitator', 'Fay');
  const post = async (rest: string, body: unknown) => {
    try {
      return await facilitator.post(path(workshop, rest), body);
    } catch {
      // The connection was closed meanwhile, as idle ones are. What was done already is not done again.
      return facilitator.post(path(workshop, rest), body);
    }
  };
  for (let step = 0; step < 3; step++) await post('/phase', { command: 'next' });

  const idle = serverMemory();
  const people: Browser[] = [];
  for (let number = 0; number < followers; number++)
    people.push(await enter(workshop, 'join', `Person ${number}`));
  const crowd = await gather(workshop, people);
  const followed = serverMemory();
  say(`${followers} followers of ${tables} tables`);
  say(
    `memory: ${mb(idle)} without them, ${mb(followed)} with them: ${Math.round((followed - idle) / followers / 1024)} kB each`,
  );

  const typist = await openTable(workshop);
  await run('a headline is typed', crowd, async (mark) => {
    typist.write(mark);
  });
  await run('a table is put on the screen', crowd, async (_mark, index) => {
    const group = workshop.sessions[0]?.groups[index % 2]?.id;
    await post('/plenary', { id: `p${index}`, command: { is: 'present', group } });
  });
  await run('a finding is named', crowd, async (mark, index) => {
    await post('/plenary', {
      id: `f${index}`,
      command: { is: 'make-finding', finding: `f${index}`, name: mark, points: [] },
    });
  });
  await answerTogether(workshop, people, typist.addPoint());
  typist.close();
  crowd.kill();
}

/** Everybody says “us too” to the point that is on the screen, as fast as their phones' calls are answered. */
async function answerTogether(
  workshop: WorkshopLinks,
  people: readonly Browser[],
  point: string,
): Promise<void> {
  const group = workshop.sessions[0]?.groups[0]?.id;
  const call = { is: 'add', group, point, kind: 'us-too', text: '' };
  await wait(1_000);
  const spentBefore = serverSeconds();
  const began = now();
  const took = await Promise.all(
    people.map(async (person) => {
      const { status } = await person.post(path(workshop, '/reactions'), call);
      return status === 200 ? now() - began : Number.NaN;
    }),
  );
  await wait(1_000);
  const taken = took.filter((time) => !Number.isNaN(time));
  say(
    `everybody says “us too” at once: ${taken.length} of ${people.length} taken, the last after ${Math.max(...taken).toFixed(0)} ms; server ${(serverSeconds() - spentBefore).toFixed(2)} s CPU in all`,
  );
}

/** Makes changes of one kind, and says how long each took to each follower, and what the server spent on it. */
async function run(
  what: string,
  crowd: ChildProcess,
  change: (mark: string, index: number) => Promise<void>,
): Promise<void> {
  const sent: number[] = [];
  ask(crowd, { is: 'listen' });
  const spentBefore = serverSeconds();
  for (let index = 0; index < changes; index++) {
    sent.push(now());
    await change(`Change ${index}`, index);
    await wait(pause);
  }
  await wait(1_000);
  const spent = serverSeconds() - spentBefore;
  ask(crowd, { is: 'report' });
  const [{ heard }] = (await once(crowd, 'message')) as [CrowdReport];
  // Changes are far enough apart that what a follower hears belongs to the last one before it.
  const delays = heard
    .map((at) => at - (sent.findLast((moment) => moment <= at) ?? Number.NaN))
    .filter((delay) => !Number.isNaN(delay))
    .toSorted((a, b) => a - b);
  const at = (part: number) => delays[Math.floor((delays.length - 1) * part)] ?? Number.NaN;
  say(
    `${what}: ${delays.length} of ${changes * followers} arrived; p50 ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, last ${at(1).toFixed(0)} ms; server ${((spent / changes) * 1000).toFixed(1)} ms CPU a change`,
  );
}

/** The followers, each by the pass of one of the people. */
async function gather(workshop: WorkshopLinks, people: readonly Browser[]): Promise<ChildProcess> {
  const cookies = people.map(({ cookie }) => cookie);
  const crowd = fork(new URL('./follower-crowd.ts', import.meta.url), { stdio: 'inherit' });
  const ready = once(crowd, 'message');
  const address = `${server.address.replace('http', 'ws')}/feed/${workshop.workshop}/${workshop.sessions[0]?.id}`;
  ask(crowd, { is: 'follow', address, origin: server.address, cookies });
  await ready;
  return crowd;
}

/** Somebody at the first table, who types its headline. */
async function openTable(workshop: WorkshopLinks) {
  const [session] = workshop.sessions;
  const answer = await new Browser(server.address).post('/api/tickets', {
    session: session?.id,
    group: session?.groups[0]?.id,
    token: new URL(workshop.links.facilitator).hash.slice(1),
    name: 'Typist',
  });
  const { url, document, protocols } = answer.as<{
    url: string;
    document: string;
    protocols: string[];
  }>();
  const provider = new WebsocketProvider(url, document, new Y.Doc(), {
    protocols,
    disableBc: true,
    WebSocketPolyfill: WebSocket as never,
  });
  await new Promise<void>((resolve) => {
    provider.on('sync', (isSynced: boolean) => isSynced && resolve());
  });
  const headline = provider.doc.getMap('card').get('headline') as Y.XmlFragment;
  return {
    write(text: string) {
      const paragraph = headline.get(0) as Y.XmlElement;
      const line = paragraph.get(0) as Y.XmlText | undefined;
      if (line === undefined) paragraph.insert(0, [new Y.XmlText(text)]);
      else line.insert(line.length, '.');
    },
    /** Puts a point on the card, and answers its id. */
    addPoint(): string {
      const id = 'measured';
      const text = new Y.XmlFragment();
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('What everybody found')]);
      text.insert(0, [paragraph]);
      const point = new Y.Map<unknown>(Object.entries({ order: 'a0', source: null, text }));
      (provider.doc.getMap('card').get('points') as Y.Map<unknown>).set(id, point);
      return id;
    },
    close() {
      provider.destroy();
      provider.doc.destroy();
    },
  };
}

async function enter(
  workshop: WorkshopLinks,
  link: keyof WorkshopLinks['links'],
  name: string,
): Promise<Browser> {
  const browser = new Browser(server.address);
  await browser.post('/api/enter', { token: new URL(workshop.links[link]).hash.slice(1) });
  await browser.call('PUT', `/api/workshops/${workshop.workshop}/seat`, { name });
  return browser;
}

function path({ workshop, sessions }: WorkshopLinks, rest: string): string {
  return `/api/workshops/${workshop}/sessions/${sessions[0]?.id}${rest}`;
}

function ask(crowd: ChildProcess, call: CrowdCall): void {
  crowd.send(call);
}

/** What the server's process has used of the processor so far, in seconds (Linux: /proc/PID/stat). */
function serverSeconds(): number {
  const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticksPerSecond = 100;
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** What the server's process holds in memory, in bytes (Linux: /proc/PID/status). */
function serverMemory(): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'));
  return Number(found?.[1]) * 1024;
}

function mb(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
