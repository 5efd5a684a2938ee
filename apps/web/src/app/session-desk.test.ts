import {
  type AskedCommand,
  commandAsked,
  type Plenary,
  type PlenaryRequest,
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  plenaryAfter,
  untouchedPlenary,
} from '@reportback/domain';
import { afterEach, expect, it, vi } from 'vitest';
import { SessionDesk, type ToldPlenary, withPending } from './session-desk.ts';

afterEach(() => vi.unstubAllGlobals());

const place = { workshop: parseWorkshopId('w1'), session: parseSessionId('s1') };
const [first, second, third] = ['g1', 'g2', 'g3'].map(parseGroupId) as [never, never, never];
const present = (group: typeof first): AskedCommand => ({ is: 'present', group });
const none: ToldPlenary = { plenary: untouchedPlenary, step: 0 };

const foreseen = (asked: AskedCommand) => ({
  command: commandAsked(asked, untouchedPlenary.presentation, [], null),
  at: 1,
});
const after = (before: Plenary, asked: AskedCommand) =>
  plenaryAfter(before, foreseen(asked).command, 1);

const asks = (desk: SessionDesk, asked: AskedCommand, told: ToldPlenary) =>
  desk.give(asked, foreseen(asked), told);

/** A server that carries out each command when it is let, and a feed that tells it whenever the test says. */
function world() {
  const asked: { readonly request: PlenaryRequest; readonly answer: (body: unknown) => void }[] =
    [];
  const told: ToldPlenary[] = [none];
  const fetched = (_path: string, { body }: RequestInit) =>
    new Promise<Response>((resolve) => {
      const answer = (said: unknown) => resolve(Response.json(said));
      asked.push({ request: JSON.parse(String(body)), answer });
    });
  vi.stubGlobal('fetch', vi.fn(fetched));
  const latest = (): ToldPlenary => told.at(-1) ?? none;
  return {
    desk: new SessionDesk(place),
    /** Carries out the next command, answers it, and returns what the feed will tell of it. */
    async carriesOut(): Promise<ToldPlenary> {
      await expect.poll(() => asked.length).toBeGreaterThan(0);
      const { request, answer } = asked.shift()!;
      const { command } = request;
      const made = after(latest().plenary, command);
      const step = made === latest().plenary ? null : latest().step + 1;
      if (step !== null) told.push({ plenary: made, step });
      answer({ step, plenary: made });
      return latest();
    },
    async isSettled(desk: SessionDesk, steps: readonly (number | null)[]) {
      await expect.poll(() => desk.get().pending.map(({ step }) => step)).toEqual(steps);
    },
  };
}

const speaking = ({ presentation: { spotlight } }: Plenary) => spotlight?.group ?? null;

it('what was asked for shows at once, and stays until the feed has come to its step', async () => {
  const { desk, carriesOut, isSettled } = world();
  asks(desk, present(first), none);
  asks(desk, present(second), none);
  expect(speaking(withPending(none, desk.get().pending))).toBe(second);

  const afterFirst = await carriesOut();
  await carriesOut();
  await isSettled(desk, [1, 2]);
  // The feed is late: it tells of the first command when both have been answered.
  expect(speaking(withPending(afterFirst, desk.get().pending))).toBe(second);
});

it('a command whose step was told is not done a second time', async () => {
  const { desk, carriesOut, isSettled } = world();
  asks(desk, present(first), none);
  await carriesOut();
  await isSettled(desk, [1]);
  // Somebody else has gone on meanwhile, and undone this one: the feed tells both together.
  const since: ToldPlenary = { plenary: untouchedPlenary, step: 2 };
  expect(speaking(withPending(since, desk.get().pending))).toBeNull();
  asks(desk, present(third), since);
  expect(desk.get().pending).toHaveLength(1);
});

it('a command that had no effect leaves nothing', async () => {
  const { desk, carriesOut, isSettled } = world();
  asks(desk, { is: 'close-vote' }, none);
  await carriesOut();
  await isSettled(desk, []);
});
