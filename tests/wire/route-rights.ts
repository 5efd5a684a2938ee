/** Everybody who may ask, and how they come. Participants, facilitator and organizer have said a name. */
export const askers = [
  'stranger',
  'organizer of another workshop',
  'holder of a link that was replaced',
  'screen',
  'viewer',
  'participant',
  'participant of another table',
  'facilitator',
  'organizer',
] as const;
export type Asker = (typeof askers)[number];

/** What a body or an address is filled with: ids of the workshop that is probed. */
export interface Place {
  readonly workshop: string;
  readonly session: string;
  readonly group: string;
  /** Somebody of the workshop, who is none of the askers. */
  readonly seat: string;
  readonly agenda: string;
  /** A command's id, new each time. */
  readonly command: string;
}

/** Who may make a call; everybody else is to be refused with 403. */
export interface Right {
  readonly may: readonly Asker[];
  /** What those who may are answered with; else 200, 201 or 204. */
  readonly answers?: readonly number[];
  readonly body?: (place: Place) => unknown;
}

const everybody = askers;
const inside = askers.slice(3);
const leading: readonly Asker[] = ['facilitator', 'organizer'];
const organizer: readonly Asker[] = ['organizer'];
const table: readonly Asker[] = ['participant', ...leading];
const seated: readonly Asker[] = ['participant of another table', ...table];
const readers: readonly Asker[] = ['viewer', ...seated];
const recordReaders: readonly Asker[] = ['viewer', ...leading];

const [badInput, notFound, notNow] = [400, 404, 409];
const workshop = '/api/workshops/:workshop';
const session = `${workshop}/sessions/:session`;
const tableOf = `${session}/groups/:group`;

/**
 * The rights of every call, written down by hand once more, from docs/protocol.md. A route of the server that is
 * not in this list fails the probe, and so does one that is in it and not in the server.
 *
 * The server is one that only this machine reaches: there everybody may make workshops, see the metrics, and read
 * agendas; who may on others, `routes/access.test.ts` and `sign-in.test.ts` say.
 */
export const rights: Readonly<Record<string, Right>> = {
  'GET /healthz': { may: everybody },
  'GET /readyz': { may: everybody },
  'GET /metrics': { may: everybody },
  'GET /api/start': { may: everybody },
  // Nobody signs in on this server.
  'GET /api/sign-in': { may: everybody, answers: [notFound] },
  'GET /api/sign-in/return': { may: everybody, answers: [notFound] },
  'POST /api/sign-out': { may: everybody, answers: [notFound] },
  'POST /api/enter': { may: everybody, answers: [notFound], body: () => ({ token: 'a.1.b' }) },
  'POST /api/creation': { may: [], body: () => ({ token: '1.AAAAAAAAAAAAAAAAAAAAAAAA' }) },
  'POST /api/agenda': { may: everybody, body: ({ agenda }) => ({ agenda }) },
  'POST /api/workshops': {
    may: everybody,
    body: ({ agenda }) => ({ agenda, tables: 1, timeZone: 'UTC' }),
  },
  'POST /api/tickets': { may: readers, body: ({ session, group }) => ({ session, group }) },

  [`GET ${workshop}`]: { may: inside },
  [`PATCH ${workshop}`]: { may: organizer, body: () => ({ place: 'Chicago' }) },
  [`DELETE ${workshop}`]: { may: organizer },
  [`POST ${workshop}/duplicate`]: { may: organizer, body: () => ({}) },
  [`PUT ${workshop}/expiry`]: { may: organizer, body: () => ({ on: null }) },
  // Nobody signs in on this server.
  [`PUT ${workshop}/owners`]: {
    may: organizer,
    answers: [notFound],
    body: () => ({ email: 'ana@example.org', owns: true }),
  },
  [`GET ${workshop}/audit`]: { may: organizer },
  [`GET ${workshop}/links`]: { may: organizer },
  [`POST ${workshop}/links/:name/replace`]: { may: organizer, body: () => ({}) },
  [`POST ${workshop}/links/:name/off`]: { may: organizer, body: () => ({}) },
  [`POST ${workshop}/links/:name/on`]: { may: organizer, body: () => ({}) },
  [`POST ${workshop}/sessions`]: {
    may: organizer,
    body: () => ({ title: 'More', start: '20:00' }),
  },
  [`DELETE ${session}`]: { may: organizer, body: () => ({}) },
  [`POST ${workshop}/agenda`]: {
    may: organizer,
    body: () => ({ title: 'Tea', kind: 'break', date: null, start: '16:00', end: null }),
  },
  [`PATCH ${workshop}/agenda/:line`]: {
    may: organizer,
    answers: [notFound],
    body: () => ({ title: 'Tea' }),
  },
  [`DELETE ${workshop}/agenda/:line`]: { may: organizer, answers: [notFound], body: () => ({}) },
  [`POST ${workshop}/groups`]: { may: organizer, body: () => ({ name: 'Pier' }) },
  [`PATCH ${workshop}/groups/:group`]: { may: organizer, body: () => ({ name: 'Lakefront' }) },
  [`GET ${workshop}/people`]: { may: leading },
  [`POST ${workshop}/people`]: { may: organizer, body: () => ({ roster: 'Di,Lakemoor,1' }) },
  [`POST ${workshop}/people/preview`]: {
    may: organizer,
    body: () => ({ roster: 'Di,Lakemoor,1' }),
  },
  [`POST ${workshop}/people/moves`]: { may: leading, body: () => ({ moves: [] }) },
  [`POST ${workshop}/people/moves/undo`]: {
    may: leading,
    answers: [notNow],
    body: () => ({ number: 9 }),
  },
  [`DELETE ${workshop}/people/:seat`]: { may: organizer },
  [`PUT ${workshop}/seat`]: { may: seated, body: () => ({ name: 'Ana' }) },
  [`POST ${workshop}/seat/code`]: { may: seated, body: () => ({}) },
  [`GET ${workshop}/tables`]: { may: seated },
  [`GET ${workshop}/images/:image`]: { may: inside, answers: [notFound] },
  [`GET ${workshop}/tents.pdf`]: { may: organizer },
  [`GET ${workshop}/record.:ending`]: { may: recordReaders },
  [`GET ${workshop}/record-check`]: { may: recordReaders },
  // The record is open already, and was never frozen.
  [`POST ${workshop}/record-standing`]: {
    may: organizer,
    answers: [notNow],
    body: () => ({ is: 'open' }),
  },
  [`GET ${workshop}/record-editions/:edition`]: { may: organizer, answers: [notFound] },

  [`PATCH ${session}`]: { may: organizer, body: () => ({ prompt: 'Why?' }) },
  [`POST ${session}/phase`]: { may: leading, body: () => ({ command: 'next' }) },
  [`POST ${session}/clock`]: {
    may: leading,
    body: ({ command }) => ({ id: command, command: { is: 'hold' } }),
  },
  [`POST ${session}/message`]: {
    may: leading,
    body: ({ command }) => ({ id: command, text: 'Five minutes', to: null }),
  },
  [`POST ${session}/plenary`]: {
    may: leading,
    body: ({ command }) => ({ id: command, command: { is: 'set-mode', mode: 'gallery' } }),
  },
  [`POST ${session}/undo`]: { may: leading, body: ({ command }) => ({ id: command, step: null }) },
  [`POST ${session}/redo`]: {
    may: leading,
    // Nothing was undone.
    answers: [badInput],
    body: ({ command }) => ({ id: command, step: 1 }),
  },
  [`GET ${session}/activity`]: { may: leading },
  [`GET ${session}/steps`]: { may: leading },
  [`GET ${session}/voices`]: { may: seated },
  // The tables have not reported back yet.
  [`POST ${session}/reactions`]: {
    may: seated,
    answers: [notNow],
    body: ({ group }) => ({ is: 'add', group, point: 'a-point', kind: 'us-too', text: '' }),
  },
  [`POST ${session}/votes`]: {
    may: seated,
    answers: [notNow],
    body: () => ({ finding: 'a-finding', votes: 1 }),
  },
  [`POST ${session}/visits`]: { may: seated, answers: [notNow], body: ({ group }) => ({ group }) },
  [`POST ${session}/sign-off`]: {
    may: table,
    body: ({ command, group }) => ({ id: command, group, signed: false }),
  },
  // No table is on the screen.
  [`POST ${session}/done`]: {
    may: ['participant'],
    answers: [notNow],
    body: ({ command, group }) => ({ id: command, group, done: true }),
  },
  [`GET ${session}/earlier-findings`]: { may: inside },
  // There is no such point.
  [`POST ${session}/citations`]: {
    may: table,
    answers: [notNow],
    body: ({ command, group }) => ({
      id: command,
      group,
      point: 'a-point',
      finding: 'a-finding',
      cited: true,
      why: '',
    }),
  },
  [`POST ${session}/same`]: {
    may: table,
    answers: [notNow],
    body: ({ command, group }) => ({
      id: command,
      group,
      point: 'a-point',
      other: { group: 'another-table', point: 'another-point' },
      same: true,
    }),
  },
  [`GET ${tableOf}/versions`]: { may: table },
  [`GET ${tableOf}/versions/:version`]: { may: table, answers: [notFound] },
  [`POST ${tableOf}/versions/:version/restore`]: {
    may: table,
    answers: [notFound],
    body: ({ command }) => ({ id: command }),
  },
  [`GET ${tableOf}/writers`]: { may: readers },
  // What is sent is no image.
  [`PUT ${tableOf}/images/:image`]: { may: table, answers: [badInput], body: () => ({}) },
};

/** A wrong list, which the probe has to find wrong: as if viewers might do all that organizers may. */
export const generousRights: Readonly<Record<string, Right>> = Object.fromEntries(
  Object.entries(rights).map(([call, right]) => [
    call,
    right.may.includes('organizer') ? { ...right, may: [...right.may, 'viewer'] } : right,
  ]),
);
