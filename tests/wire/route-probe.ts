import type { LinksView, Seat } from '@reportback/domain';
import { createApp } from '../../apps/server/src/routes/app.ts';
import type { Browser } from '../../apps/server/src/testing/browser.ts';
import { newCommand } from '../../apps/server/src/testing/plenary-room.ts';
import { agenda, TestServer } from '../../apps/server/src/testing/test-server.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { type Asker, askers, type Place, type Right, rights } from './route-rights.ts';

const fine = [200, 201, 204];
const refused = 403;

/**
 * Makes every call that the server has, as everybody who may ask, on a workshop that is new for each call. Lost is
 * a call that was let through without the right, a right that was not given, and a call whose rights nobody
 * has written down.
 */
export async function routeSuite(
  suite: string,
  { seed }: Pick<SuiteSize, 'seed'>,
  expected = rights,
): Promise<SuiteResult> {
  const findings = new Findings();
  const server = await TestServer.start();
  try {
    const routes = routesOf(server);
    for (const route of routes)
      if (expected[route] === undefined)
        findings.lose(1, `${route}: its rights are not written down`);
    for (const [route, right] of Object.entries(expected)) {
      if (routes.has(route)) await probe(server, route, right, findings);
      else findings.lose(1, `${route}: the server has no such call`);
    }
    return findings.result(suite, `${routes.size} calls × ${askers.length} people`, seed);
  } finally {
    await server.remove();
  }
}

async function probe(
  server: TestServer,
  route: string,
  { may, answers = fine, body }: Right,
  findings: Findings,
): Promise<void> {
  const { place, browsers } = await settle(server);
  // Those who may come last: they may change what the others are refused.
  const order = [...askers].sort(
    (one, other) => Number(may.includes(one)) - Number(may.includes(other)),
  );
  for (const asker of order) {
    findings.faults += 1;
    const [method = '', address = ''] = route.split(' ');
    const here = { ...place, command: newCommand() };
    const { status } = await browsers[asker].call(method, filled(address, here), body?.(here));
    const wanted = may.includes(asker) ? answers : [refused];
    if (!wanted.includes(status))
      findings.lose(1, `${route} as ${asker}: ${status}, not ${wanted.join(' or ')}`);
  }
}

function filled(address: string, place: Place): string {
  return address
    .replace(':workshop', place.workshop)
    .replace(':session', place.session)
    .replace(':group', place.group)
    .replace(':seat', place.seat)
    .replace(':name', 'screen')
    .replace(':line', '9999')
    .replace(':image', 'an-image')
    .replace(':version', '999')
    .replace(':edition', '9')
    .replace(':ending', 'md');
}

/** A new workshop of two tables, and a browser for everybody who may ask. */
async function settle(
  server: TestServer,
): Promise<{ place: Omit<Place, 'command'>; browsers: Readonly<Record<Asker, Browser>> }> {
  const [links, others] = [await server.createWorkshop(2), await server.createWorkshop(1)];
  const [first, second] = links.sessions[0]?.groups ?? [];
  if (first === undefined || second === undefined) throw new Error('The workshop has no tables.');
  const home = `/api/workshops/${links.workshop}`;
  const sit = async (link: string, group: string | null) => {
    const browser = await server.enter(link);
    const seat = (await browser.call('PUT', `${home}/seat`, { name: 'Bo', group })).as<Seat>();
    return { browser, seat: seat.id };
  };
  const browsers = {
    stranger: server.browser(),
    'organizer of another workshop': await server.enter(others.links.organizer),
    'holder of a link that was replaced': (await sit(second.url, second.id)).browser,
    screen: await server.enter(links.links.screen),
    viewer: await server.enter(links.links.view),
    participant: (await sit(links.links.join, first.id)).browser,
    'participant of another table': (await sit(links.links.join, second.id)).browser,
    facilitator: (await sit(links.links.facilitator, null)).browser,
    organizer: (await sit(links.links.organizer, null)).browser,
  };
  await browsers.organizer.post(`${home}/links/${second.id}/replace`, {});
  const { seat } = await sit(links.links.join, first.id);
  const place = { ...ids(links), group: first.id, seat, agenda };
  return { place, browsers };
}

function ids({ workshop, sessions }: LinksView): { workshop: string; session: string } {
  return { workshop, session: sessions[0]?.id ?? '' };
}

/** A layer of Express's router, as far as it tells what it answers to. */
interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  /** What a router is mounted at; “/” for everything. */
  readonly rawPath: unknown;
}

/** The calls that the real app has, such as “GET /api/start”. Pages hold nothing, and are left out. */
function routesOf(server: TestServer): ReadonlySet<string> {
  const { services } = server.running;
  const app = createApp({
    services,
    readiness: { ask: async () => ({ is: 'ready' }) },
    metrics: { metrics: { failed() {} } as never, place: services.place, token: null },
    trustedProxies: 0,
    pagesFolder: '/none',
  });
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  return new Set(callsOf(stack, ''));
}

function callsOf(stack: readonly Layer[], prefix: string): readonly string[] {
  return stack.flatMap((layer) => {
    if (layer.route !== undefined) {
      const paths = [layer.route.path].flat().filter((path) => typeof path === 'string');
      const methods = Object.keys(layer.route.methods).map((method) => method.toUpperCase());
      return paths.flatMap((path) => methods.map((method) => `${method} ${prefix}${path}`));
    }
    const below = layer.handle.stack;
    if (below === undefined) return [];
    return callsOf(below, layer.rawPath === '/' ? prefix : `${prefix}${String(layer.rawPath)}`);
  });
}
