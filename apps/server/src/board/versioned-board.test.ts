import {
  type BoardCard,
  type FeedMessage,
  type FeedSession,
  parseGroupId,
  parsePointId,
  parseSessionId,
  untouchedFeedPlenary,
  usualTemplate,
} from '@reportback/domain';
import { expect, it } from 'vitest';
import { type BoardContent, VersionedBoard } from './versioned-board.ts';

const session: FeedSession = {
  id: parseSessionId('s1'),
  title: 'Challenges',
  workshopTitle: 'Harmony',
  disclaimer: null,
  phase: 'discuss',
  cardTemplate: usualTemplate,
  reportBack: '12:00',
  end: '12:30',
  clock: {
    follows: false,
    held: false,
    added: 0,
    countdown: { is: 'none' },
    announced: null,
    moved: null,
  },
  messages: [],
  restorations: [],
  record: { is: 'open' },
};

function card(number: number, headline = ''): BoardCard {
  return {
    group: parseGroupId(`g${number}`),
    number,
    name: '',
    headline,
    points: [],
    ask: '',
    dissent: '',
    reporter: null,
    state: 'empty',
    people: 0,
    signedOff: 'no',
  };
}

/** A session with these cards, of which nobody has said anything. */
const content = (cards: readonly BoardCard[], more: Partial<BoardContent> = {}): BoardContent => ({
  session,
  cards,
  plenary: untouchedFeedPlenary,
  ...more,
});

const voices = (table: number, usToo: number) => ({
  point: parsePointId(`p${table}`),
  group: parseGroupId(`g${table}`),
  usToo,
  questions: [],
  objections: [],
});

const headlines = (message: FeedMessage) =>
  message.is === 'ended' ? null : (message.cards ?? []).map(({ headline }) => headline);

it('tells everything to whoever comes for the first time, and to whoever followed another run [F2]', () => {
  const board = new VersionedBoard('now', content([card(1, 'a'), card(2, 'b')]));
  for (const since of [null, 'before:0', 'now:7', 'now:x', 'nonsense']) {
    const message = board.message(since, 'all', 5);
    expect(message).toMatchObject({ is: 'snapshot', at: 'now:0', serverTime: 5, session });
    expect(headlines(message)).toEqual(['a', 'b']);
  }
});

it('tells what differs since a position, each card once and as it is now', () => {
  const board = new VersionedBoard('now', content([card(1), card(2), card(3)]));
  board.take(content([card(1, 'a'), card(2), card(3)]));
  board.take(content([card(1, 'aa'), card(2), card(3, 'c')]));
  const fromStart = board.message('now:0', 'all', 0);
  expect(fromStart).toMatchObject({ is: 'changes', at: 'now:2' });
  expect(headlines(fromStart)).toEqual(['aa', 'c']);
  expect('session' in fromStart).toBe(false);
  expect(headlines(board.message('now:1', 'all', 0))).toEqual(['aa', 'c']);
  expect(board.message('now:2', 'all', 0)).toEqual({ is: 'changes', at: 'now:2', serverTime: 0 });
});

it('stays at its version while nothing differs', () => {
  const board = new VersionedBoard('now', content([card(1, 'a')]));
  expect(board.take(content([card(1, 'a')], { session: { ...session } }))).toBe(false);
  expect(board.at).toBe('now:0');
  const reporting: FeedSession = { ...session, phase: 'report-back' };
  expect(board.take(content([card(1, 'a')], { session: reporting }))).toBe(true);
  expect(board.message('now:0', 'all', 0)).toMatchObject({ session: { phase: 'report-back' } });
});

it('shows a narrow scope its own table only', () => {
  const board = new VersionedBoard('now', content([card(1, 'a'), card(2, 'b')]));
  const own = { only: parseGroupId('g2') };
  expect(headlines(board.message(null, own, 0))).toEqual(['b']);
  expect(headlines(board.message(null, { only: null }, 0))).toEqual([]);
  board.take(content([card(1, 'aa'), card(2, 'b')]));
  expect(headlines(board.message('now:0', own, 0))).toEqual([]);
});

it('tells of the plenary only what differs: parts, points and tables each by themselves', () => {
  const plenary = { ...untouchedFeedPlenary, voices: [voices(1, 1), voices(2, 1)] };
  const board = new VersionedBoard('now', content([], { plenary }));
  board.take(content([], { plenary: { ...plenary, voters: 4 } }));
  board.take(
    content([], { plenary: { ...plenary, voters: 4, voices: [voices(1, 2), voices(2, 1)] } }),
  );
  expect(board.at).toBe('now:2');
  expect(board.message('now:1', 'all', 0)).toMatchObject({ plenary: { voices: [voices(1, 2)] } });
  const fromStart = board.message('now:0', 'all', 0);
  expect(fromStart.is === 'changes' && fromStart.plenary).toEqual({
    voters: 4,
    voices: [voices(1, 2)],
  });
  expect(board.message('now:2', 'all', 0)).not.toHaveProperty('plenary');
});

it('tells that all was taken back to those who knew it, and not to those who come', () => {
  const board = new VersionedBoard(
    'now',
    content([], { plenary: { ...untouchedFeedPlenary, voices: [voices(1, 1)] } }),
  );
  board.take(content([], { plenary: { ...untouchedFeedPlenary, voices: [voices(1, 0)] } }));
  expect(board.message('now:0', 'all', 0)).toMatchObject({ plenary: { voices: [voices(1, 0)] } });
  expect(board.message(null, 'all', 0)).toMatchObject({ plenary: { voices: [] } });
});

it('shows a narrow scope what is said about its own points only', () => {
  const plenary = { ...untouchedFeedPlenary, voices: [voices(1, 1), voices(2, 1)] };
  const board = new VersionedBoard('now', content([], { plenary }));
  const own = { only: parseGroupId('g2') };
  expect(board.message(null, own, 0)).toMatchObject({ plenary: { voices: [voices(2, 1)] } });
  board.take(content([], { plenary: { ...plenary, voices: [voices(1, 2), voices(2, 1)] } }));
  expect(board.message('now:0', own, 0)).not.toHaveProperty('plenary');
});
