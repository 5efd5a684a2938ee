import type { EarlierFindings, StepView } from '@reportback/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer, Browser } from '../testing/browser.ts';
import { newCommand, PlenaryRoom, pointOf } from '../testing/plenary-room.ts';

let room: PlenaryRoom;
let fay: Browser;
let ana: Browser;
beforeAll(async () => {
  room = await PlenaryRoom.open(2);
  fay = await room.seated('facilitator', 'Fay');
  ana = await room.seated('join', 'Ana', 1);
  for (const command of [
    {
      is: 'make-finding',
      finding: 'access',
      name: 'Access is hard',
      points: [pointOf(room.session(1), 1, 'a'), pointOf(room.session(1), 2, 'b'), 'gone'],
    },
    { is: 'make-finding', finding: 'data', name: 'Data moves slowly', points: [] },
    { is: 'open-vote', perSeat: 3, live: false },
  ])
    await room.command(fay, command, room.session(1));
  await room.post(ana, '/votes', { finding: 'access', votes: 2 }, room.session(1));
});
afterAll(() => room.close());

const earlier = async (session: number) =>
  (await ana.get(room.path('/earlier-findings', room.session(session)))).as<EarlierFindings>()
    .sessions;
const cite = (by: Browser, more: object = {}): Promise<Answer> =>
  room.post(
    by,
    '/citations',
    {
      id: newCommand(),
      group: room.table(1),
      point: pointOf(room.session(2), 1, 'a'),
      finding: 'access',
      cited: true,
      why: 'It answers this',
      ...more,
    },
    room.session(2),
  );

it('the second session has the findings of the first at hand, with the words of their points', async () => {
  expect(await earlier(1)).toEqual([]);
  const [first] = await earlier(2);
  expect(first?.findings.map(({ name, votes }) => [name, votes])).toEqual([
    ['Access is hard', null],
    ['Data moves slowly', null],
  ]);
  expect(first?.findings[0]?.points.map(({ said }) => said)).toEqual([
    { group: room.table(1), text: 'Point 1a' },
    { group: room.table(2), text: 'Point 2b' },
    null,
  ]);
});

it('with its votes, once they are closed', async () => {
  await room.command(fay, { is: 'close-vote' }, room.session(1));
  const [first] = await earlier(2);
  expect(first?.findings.map(({ votes }) => votes)).toEqual([2, 0]);
});

it('a table cites a finding in one of its points, and everybody is told', async () => {
  const page = room.follow(fay, null, room.session(2));
  await page.sees('anything', () => true);
  expect((await cite(ana)).status).toBe(200);
  await page.sees('the citation', ({ plenary }) => plenary.plenary.citations.length === 1);
  expect(page.plenary.plenary.citations).toEqual([
    { point: pointOf(room.session(2), 1, 'a'), finding: 'access', why: 'It answers this' },
  ]);
  const parted = (await cite(ana, { cited: false })).as<StepView>();
  expect(parted.plenary.citations).toEqual([]);
});

it('a table does not cite what is not there, nor in another table’s point', async () => {
  expect((await cite(ana, { finding: 'nothing' })).status).toBe(409);
  expect((await cite(ana, { point: pointOf(room.session(2), 2, 'a') })).status).toBe(409);
  expect((await cite(ana, { group: room.table(2) })).status).toBe(403);
});

it('no session cites its own findings, nor those of a later one', async () => {
  await room.command(
    fay,
    { is: 'make-finding', finding: 'late', name: 'Late', points: [] },
    room.session(2),
  );
  expect((await cite(ana, { finding: 'late' })).status).toBe(409);
});

it('the record has the findings, their votes, and which points cite them', async () => {
  expect((await cite(ana)).status).toBe(200);
  const { text } = await fay.get(`/api/workshops/${room.links.workshop}/record.md`);
  expect(text).toContain('Access is hard');
  expect(text).toContain('2 votes');
  expect(text).toContain('It answers this');
});
