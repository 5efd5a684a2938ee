import { Random } from '@reportback/sync/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from '../../apps/server/src/testing/browser.ts';
import { Listener } from '../../apps/server/src/testing/listener.ts';
import { ReportbackServer, type WorkshopLinks } from '../language/reportback-server.ts';
import { freshSeed } from '../language/suite.ts';

const agenda = new URL('../../apps/server/src/example/harmony-2025.txt', import.meta.url).pathname;
const kills = 6;
const seed = freshSeed();

let server: ReportbackServer;
let workshop: WorkshopLinks;
beforeAll(async () => {
  server = await ReportbackServer.start();
  workshop = await server.createWorkshop(agenda, 2, '--time-zone', 'America/Chicago');
});
afterAll(() => server.stop());

const path = (rest: string) =>
  `/api/workshops/${workshop.workshop}/sessions/${workshop.sessions[0]?.id}${rest}`;

async function person(link: keyof WorkshopLinks['links'], name: string): Promise<Browser> {
  const browser = new Browser(server.address);
  const token = new URL(workshop.links[link]).hash.slice(1);
  await browser.post('/api/enter', { token });
  await browser.call('PUT', `/api/workshops/${workshop.workshop}/seat`, { name });
  return browser;
}

/** Whether a call was answered, and well; false when the server died over it. */
async function answered(call: Promise<{ readonly status: number }>): Promise<boolean> {
  try {
    return (await call).status === 200;
  } catch {
    return false;
  }
}

interface Steps {
  readonly steps: readonly {
    readonly number: number;
    readonly did: { readonly is: string; readonly command?: { readonly finding?: string } };
  }[];
}

it(`what was answered outlives a killed server, and what is sent again is done once (seed ${seed})`, async () => {
  const random = new Random(seed);
  const facilitators = await Promise.all(
    ['Ada', 'Ben', 'Cleo'].map((name) => person('facilitator', name)),
  );
  const voter = await person('join', 'Vera');
  const [leader] = facilitators as [Browser, ...Browser[]];
  const give = (browser: Browser, id: string, command: object) =>
    browser.post(path('/plenary'), { id, command });
  await give(leader, 'open', { is: 'open-vote', perSeat: 1, live: true });

  const sent: string[] = [];
  const heard = new Set<string>();
  const make = async (browser: Browser, finding: string): Promise<boolean> => {
    const command = { is: 'make-finding', finding, name: finding, points: [] };
    const isHeard = await answered(give(browser, `make-${finding}`, command));
    if (isHeard) heard.add(finding);
    return isHeard;
  };
  let interrupted = 0;

  for (let round = 0; round < kills; round++) {
    const started = sent.length;
    const calm = 2 + random.below(30);
    const { promise: enough, resolve } = Promise.withResolvers<void>();
    const work = facilitators.map(async (browser, index) => {
      for (;;) {
        const finding = `f-${round}-${index}-${sent.length}`;
        sent.push(finding);
        if (!(await make(browser, finding))) return;
        if (sent.length - started >= calm) resolve();
      }
    });
    await enough;
    await server.kill();
    await Promise.all(work);
    interrupted += sent.filter((finding) => !heard.has(finding)).length;
    await server.run();

    const { steps } = (await leader.get(path('/steps'))).as<Steps>();
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    const kept = new Set(steps.map(({ did }) => did.command?.finding));
    expect([...heard].filter((finding) => !kept.has(finding))).toEqual([]);

    for (const finding of sent) if (!heard.has(finding)) await make(leader, finding);
    const { steps: after } = (await leader.get(path('/steps'))).as<Steps>();
    const made = after.flatMap(({ did }) => did.command?.finding ?? []);
    expect(made.toSorted()).toEqual(sent.toSorted());

    const vote = { finding: sent.at(-1), votes: 1 };
    const earlier = (await voter.get(path('/voices'))).as<{ votes: { finding: string }[] }>();
    for (const { finding } of earlier.votes)
      await voter.post(path('/votes'), { finding, votes: 0 });
    expect(await answered(voter.post(path('/votes'), vote))).toBe(true);
    expect(await answered(voter.post(path('/votes'), { ...vote, votes: 2 }))).toBe(false);
  }
  // Kills that interrupt nothing would prove nothing.
  expect(interrupted).toBeGreaterThan(0);
}, 120_000);

it('followers of a server that was killed are told everything anew', async () => {
  const screen = new Browser(server.address);
  await screen.post('/api/enter', { token: new URL(workshop.links.screen).hash.slice(1) });
  const follow = (since: string) =>
    new Listener(
      `${server.address.replace('http', 'ws')}/feed/${workshop.workshop}/${workshop.sessions[0]?.id}?since=${since}`,
      [],
      { headers: { cookie: screen.cookie, origin: server.address } },
    );
  const before = await follow('').hears(({ is }) => is === 'snapshot');
  await server.killAndRestart();
  const after = await follow(before.is === 'snapshot' ? before.at : '').hears(
    ({ is }) => is === 'snapshot',
  );
  expect(after).toMatchObject({
    plenary: before.is === 'snapshot' ? before.plenary : {},
  });
});
