import {
  type Group,
  type NewReaction,
  type NewStep,
  type PlenaryStore,
  parseCommandId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type Seat,
  type SeatVotes,
  type Session,
  type SessionDeed,
  usualTemplate,
} from '@reportback/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServerStorage, type Storage } from './open-storage.ts';
import { imageOf, removeFolder, temporaryFolder } from './testing/folders.ts';
import { systemClock } from './testing/system-clock.ts';

const open = (at: string): Promise<Storage> =>
  openServerStorage(at, { clock: systemClock, sessionOf: () => null });

const workshop = parseWorkshopId('forest-day');
const [morning, afternoon] = [parseSessionId('morning'), parseSessionId('afternoon')];
const [table1, table2] = [parseGroupId('table-1'), parseGroupId('table-2')];
const [ada, bob] = [parseSeatId('ada'), parseSeatId('bob')];
const [doors, data] = [parseFindingId('doors'), parseFindingId('data')];
const point = parsePointId('queue');

const session = (id: Session['id'], position: number): Session => ({
  id,
  workshop,
  position,
  title: `Round ${position}`,
  prompt: '',
  cardTemplate: usualTemplate,
  date: null,
  start: '11:00',
  reportBack: null,
  end: null,
  phase: 'gathering',
});
const group = (id: Group['id'], number: number): Group => ({ id, workshop, number, name: '' });
const seat = (id: Seat['id']): Seat => ({
  id,
  workshop,
  name: id,
  affiliation: '',
  country: '',
  citeAs: '',
  consent: false,
  group: table1,
});

let folder: string;
let storage: Storage;
let plenaries: PlenaryStore;
beforeEach(async () => {
  folder = temporaryFolder();
  storage = await open(folder);
  plenaries = storage.plenaries;
  await storage.workshops.create({
    workshop: {
      id: workshop,
      title: 'The forest’s “day”',
      place: '',
      timeZone: 'America/Chicago',
      agenda: { days: [], problems: [] },
      organizers: '',
      funding: '',
      licence: '',
      disclaimer: null,
      othersReadable: true,
      attribution: 'by-name',
      joinCode: 'ABC-123',
      createdAt: 1,
    },
    sessions: [session(morning, 1), session(afternoon, 2)],
    groups: [group(table1, 1), group(table2, 2)],
    links: [],
    seats: [seat(ada), seat(bob)],
  });
});
afterEach(async () => {
  await storage.close();
  removeFolder(folder);
});

const step = (id: string, did: SessionDeed, at = 5): NewStep => ({
  id: parseCommandId(id),
  at,
  by: ada,
  did,
});
const make: SessionDeed = {
  is: 'plenary',
  command: { is: 'make-finding', finding: doors, name: 'Doors “open”', points: [point] },
};
const follow: SessionDeed = { is: 'clock', command: { is: 'follow' } };
const toDiscuss: SessionDeed = { is: 'phase', from: 'gathering', to: 'discuss' };

describe('steps', () => {
  it('are numbered from 1 without gaps, each session its own, and come back as they were given', async () => {
    const given = [step('c1', make), step('c2', { is: 'undo', step: 1 }, 9), step('c3', follow)];
    for (const one of given) await plenaries.append(morning, one);
    await plenaries.append(afternoon, step('c1', make));
    expect(await plenaries.steps(morning)).toEqual(
      given.map((one, index) => ({ ...one, number: index + 1 })),
    );
    expect((await plenaries.steps(afternoon)).map(({ number }) => number)).toEqual([1]);
  });

  it('are taken once, however often they are sent', async () => {
    const first = await plenaries.append(morning, step('c1', make));
    expect(first).toEqual({ is: 'appended', step: { ...step('c1', make), number: 1 } });
    const again = await plenaries.append(morning, step('c1', follow, 99));
    expect(again).toEqual({ ...first, is: 'known' });
    expect(await plenaries.steps(morning)).toHaveLength(1);
  });

  it('keep their order when many are asked for at once', async () => {
    const asked = Array.from({ length: 50 }, (_, index) =>
      plenaries.append(morning, step(`c${index}`, make)),
    );
    await Promise.all(asked);
    const steps = await plenaries.steps(morning);
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.map(({ id }) => id)).toEqual(steps.map((_, index) => `c${index}`));
  });

  it('move the session’s phase with them, and only from where it is', async () => {
    await plenaries.append(morning, step('c1', toDiscuss));
    expect((await storage.workshops.session(morning))?.phase).toBe('discuss');
    expect((await storage.workshops.session(afternoon))?.phase).toBe('gathering');
    expect(await plenaries.append(morning, step('c2', toDiscuss))).toEqual({
      is: 'refused',
      because: 'other-phase',
    });
    expect(await plenaries.steps(morning)).toHaveLength(1);
  });

  it('tell which sessions’ clocks were ever touched', async () => {
    await plenaries.append(morning, step('c1', make));
    expect(await plenaries.sessionsWithClock()).toEqual([]);
    await plenaries.append(afternoon, step('c1', follow));
    await plenaries.append(afternoon, step('c2', follow));
    expect(await plenaries.sessionsWithClock()).toEqual([afternoon]);
  });
});

const usToo: NewReaction = { point, seat: ada, kind: 'us-too', text: '', group: table2, at: 7 };

describe('reactions', () => {
  it('are one of each kind for each seat and point; saying it again replaces the words', async () => {
    const question: NewReaction = { ...usToo, kind: 'question', text: 'How long?' };
    const first = await plenaries.putReaction(morning, usToo);
    await plenaries.putReaction(morning, question);
    await plenaries.putReaction(morning, { ...usToo, seat: bob });
    const again = await plenaries.putReaction(morning, { ...question, text: 'How wide?', at: 9 });
    expect(await plenaries.putReaction(morning, usToo)).toEqual(first);
    expect(again).toEqual({ ...question, text: 'How wide?', number: 2 });
    expect(await plenaries.reactions(morning)).toEqual([
      { ...usToo, number: 1 },
      { ...question, text: 'How wide?', number: 2 },
      { ...usToo, seat: bob, number: 3 },
    ]);
    expect(await plenaries.reactions(afternoon)).toEqual([]);
  });

  it('can be taken back, also when they never were', async () => {
    await plenaries.putReaction(morning, usToo);
    await plenaries.removeReaction(morning, { ...usToo, kind: 'objection' });
    await plenaries.removeReaction(morning, usToo);
    await plenaries.removeReaction(morning, usToo);
    expect(await plenaries.reactions(morning)).toEqual([]);
  });
});

describe('votes', () => {
  const findings = [doors, data];
  const give = (finding: SeatVotes['finding'], votes: number, by = ada) =>
    plenaries.putVotes(morning, { finding, seat: by, votes }, { perSeat: 3, findings });

  it('are no more than each seat has', async () => {
    expect(await give(doors, 2)).toEqual({ is: 'stored' });
    expect(await give(data, 2)).toEqual({ is: 'refused', because: 'too-many', left: 1 });
    expect(await give(data, 1)).toEqual({ is: 'stored' });
    expect(await give(doors, 3, bob)).toEqual({ is: 'stored' });
    expect(await plenaries.votes(morning)).toEqual([
      { finding: data, seat: ada, votes: 1 },
      { finding: doors, seat: ada, votes: 2 },
      { finding: doors, seat: bob, votes: 3 },
    ]);
  });

  it('are no more than each seat has when all are given at once', async () => {
    const outcomes = await Promise.all([give(doors, 2), give(data, 2)]);
    expect(outcomes.map(({ is }) => is)).toEqual(['stored', 'refused']);
  });

  it('replace those given before, and can be taken back', async () => {
    await give(doors, 3);
    expect(await give(doors, 1)).toEqual({ is: 'stored' });
    expect(await give(data, 2)).toEqual({ is: 'stored' });
    await give(doors, 0);
    expect(await plenaries.votes(morning)).toEqual([{ finding: data, seat: ada, votes: 2 }]);
  });

  it('are free again when the finding that they went to is gone', async () => {
    await give(doors, 3);
    const limit = { perSeat: 3, findings: [data] };
    const vote = { finding: data, seat: ada, votes: 3 };
    expect(await plenaries.putVotes(morning, vote, limit)).toEqual({ is: 'stored' });
  });
});

it('knows who has looked at which card, once each', async () => {
  const visit = { group: table2, seat: ada };
  expect(await plenaries.putVisit(morning, visit)).toBe(true);
  expect(await plenaries.putVisit(morning, visit)).toBe(false);
  expect(await plenaries.putVisit(afternoon, visit)).toBe(true);
  expect(await plenaries.visits(morning)).toEqual([visit]);
});

it('brings back after a killed process all that it had taken', async () => {
  await plenaries.append(morning, step('c1', toDiscuss));
  await plenaries.putReaction(morning, usToo);
  await plenaries.putVotes(
    morning,
    { finding: doors, seat: ada, votes: 1 },
    { perSeat: 1, findings: [doors] },
  );
  await plenaries.putVisit(morning, { group: table2, seat: ada });
  const image = imageOf(folder);
  const restarted = await open(image);
  try {
    expect(await restarted.plenaries.steps(morning)).toHaveLength(1);
    expect((await restarted.workshops.session(morning))?.phase).toBe('discuss');
    expect(await restarted.plenaries.reactions(morning)).toEqual([{ ...usToo, number: 1 }]);
    expect(await restarted.plenaries.votes(morning)).toHaveLength(1);
    expect(await restarted.plenaries.visits(morning)).toHaveLength(1);
  } finally {
    await restarted.close();
    removeFolder(image);
  }
});

it('goes with its workshop, and no late call brings any of it back', async () => {
  await plenaries.append(morning, step('c1', make));
  await plenaries.putReaction(morning, usToo);
  await storage.workshops.deleteWorkshop(workshop);
  const gone = { is: 'refused', because: 'deleted' };
  expect(await plenaries.append(morning, step('c2', make))).toEqual(gone);
  expect(await plenaries.append(morning, step('c1', make))).toEqual(gone);
  expect(await plenaries.putReaction(morning, usToo)).toBeNull();
  expect(
    await plenaries.putVotes(
      morning,
      { finding: doors, seat: ada, votes: 1 },
      { perSeat: 1, findings: [doors] },
    ),
  ).toEqual(gone);
  expect(await plenaries.putVisit(morning, { group: table1, seat: ada })).toBe(false);
  expect(await plenaries.steps(morning)).toEqual([]);
  expect(await plenaries.reactions(morning)).toEqual([]);
});
