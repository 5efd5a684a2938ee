import {
  type BoardCard,
  type FeedMessage,
  type FeedPosition,
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  untouchedFeedPlenary,
  usualTemplate,
} from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { followBoard } from './board-feed.ts';
import type { WakeSignal } from './wake-signals.ts';

const workshop = parseWorkshopId('w1');
const session = parseSessionId('s1');

const card = (number: number, more: Partial<BoardCard> = {}): BoardCard => ({
  group: parseGroupId(`g${number}`),
  number,
  name: '',
  headline: '',
  points: [],
  ask: '',
  dissent: '',
  reporter: null,
  state: 'empty',
  people: 0,
  signedOff: 'no',
  ...more,
});

const snapshot = (at: FeedPosition, ...cards: BoardCard[]): FeedMessage => ({
  is: 'snapshot',
  at,
  serverTime: 1_000_000,
  session: {
    id: session,
    title: 'Inherent Challenges',
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
  },
  cards,
  plenary: untouchedFeedPlenary,
});

const changes = (at: FeedPosition, ...cards: BoardCard[]): FeedMessage => ({
  is: 'changes',
  at,
  serverTime: 1_000_000,
  cards,
});

/** A page that follows, the server at the other end, and a clock moved by hand. */
function world() {
  interface Socket {
    readonly address: string;
    open: boolean;
    message(text: string): void;
    closed(code: number): void;
  }
  const sockets: Socket[] = [];
  const waiting = new Set<{ at: number; run: () => void }>();
  const hearing = new Set<(signal: WakeSignal) => void>();
  let now = 400_000;
  const feed = followBoard('ws://host', workshop, session, {
    openSocket: (address, heard) => {
      const socket: Socket = { address, open: true, ...heard };
      sockets.push(socket);
      return {
        close: () => {
          socket.open = false;
        },
      };
    },
    signals: (heard) => {
      hearing.add(heard);
      return () => hearing.delete(heard);
    },
    clock: {
      wallTime: () => now,
      after: (milliseconds, run) => {
        const timer = { at: now + milliseconds, run };
        waiting.add(timer);
        return { cancel: () => waiting.delete(timer) };
      },
    },
    chance: () => 1,
  });
  const latest = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('nobody connected');
    return socket;
  };
  return {
    feed,
    sockets,
    latest,
    says: (message: FeedMessage) => latest().message(JSON.stringify(message)),
    cut: (code = 1006) => latest().closed(code),
    hears: (signal: WakeSignal) => {
      for (const heard of hearing) heard(signal);
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
      for (const timer of Array.from(waiting))
        if (timer.at <= now) {
          waiting.delete(timer);
          timer.run();
        }
    },
    setClock: (time: number) => {
      now = time;
    },
    waits: () => waiting.size,
  };
}

describe('following a board', () => {
  it('connects while somebody is subscribed, and hardly longer', () => {
    const { feed, sockets, latest, pass } = world();
    expect(sockets).toHaveLength(0);
    const stop = feed.subscribe(() => undefined);
    const stopSecond = feed.subscribe(() => undefined);
    expect(sockets).toHaveLength(1);
    stop();
    expect(latest().open).toBe(true);
    stopSecond();
    pass(1_000);
    feed.subscribe(() => undefined)();
    pass(1_999);
    expect(latest().open).toBe(true);
    pass(1);
    expect(latest().open).toBe(false);
    expect(sockets).toHaveLength(1);
  });

  it('connects anew for who comes later', () => {
    const { feed, sockets, says, latest, pass } = world();
    feed.subscribe(() => undefined)();
    says(snapshot('a:1'));
    pass(2_000);
    feed.subscribe(() => undefined);
    expect(sockets).toHaveLength(2);
    expect(latest().address).toContain('since=a%3A1');
  });

  it('shows the snapshot, then what changed, each card in its place', () => {
    const { feed, says } = world();
    feed.subscribe(() => undefined);
    expect(feed.get()).toMatchObject({ is: 'connecting', board: null });
    says(snapshot('a:1', card(1), card(2)));
    const first = feed.get().board?.cards[0];
    says(changes('a:2', card(2, { headline: 'More trees', state: 'writing' })));
    expect(feed.get().is).toBe('live');
    expect(feed.get().board?.cards.map((each) => each.headline)).toEqual(['', 'More trees']);
    expect(feed.get().board?.cards[0]).toBe(first);
  });

  it('puts a table that is new in its place', () => {
    const { feed, says } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1', card(1), card(3)));
    says(changes('a:2', card(2)));
    expect(feed.get().board?.cards.map((each) => each.number)).toEqual([1, 2, 3]);
  });

  it('counts changes of words, not of who is there', () => {
    const { feed, says } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1', card(1, { headline: 'Trees' })));
    expect(feed.get().board?.changes.size).toBe(0);
    says(changes('a:2', card(1, { headline: 'Trees', people: 4 })));
    expect(feed.get().board?.changes.size).toBe(0);
    expect(feed.get().board?.cards[0]?.people).toBe(4);
    says(changes('a:3', card(1, { headline: 'More trees', people: 4 })));
    expect(feed.get().board?.changes.get(parseGroupId('g1'))).toBe(1);
  });

  it('knows how far the server’s clock is ahead', () => {
    const { feed, says, pass, setClock } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1'));
    expect(feed.get().serverAhead).toBe(600_000);
    // 300 ms later the same time arrives: that message was slow, the offset was right.
    pass(300);
    says(changes('a:2'));
    expect(feed.get().serverAhead).toBe(600_000);
    // A device whose clock was set an hour later.
    setClock(4_000_000);
    says(changes('a:3'));
    expect(feed.get().serverAhead).toBe(-3_000_000);
  });

  it('comes back after a cut, keeps the board meanwhile, and asks only for what it missed', () => {
    const { feed, says, cut, pass, sockets, latest } = world();
    feed.subscribe(() => undefined);
    expect(latest().address).toBe('ws://host/feed/w1/s1');
    says(snapshot('a:7', card(1, { headline: 'Trees' })));
    cut();
    expect(feed.get()).toMatchObject({ is: 'offline', since: 400_000 });
    expect(feed.get().board?.cards[0]?.headline).toBe('Trees');
    pass(250);
    expect(sockets).toHaveLength(2);
    expect(latest().address).toBe('ws://host/feed/w1/s1?since=a%3A7');
    expect(feed.get().is).toBe('offline');
    says(changes('a:9', card(1, { headline: 'More trees' })));
    expect(feed.get()).toMatchObject({ is: 'live' });
  });

  it('takes a fresh snapshot from a server that was restarted, and marks what differs', () => {
    const { feed, says, cut, pass } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:7', card(1, { headline: 'Trees' }), card(2)));
    cut(1012);
    pass(250);
    says(snapshot('b:1', card(1, { headline: 'More trees' }), card(2)));
    expect(feed.get().board?.at).toBe('b:1');
    expect([...(feed.get().board?.changes.keys() ?? [])]).toEqual(['g1']);
  });

  it('waits longer after each failure, and not long again once it was connected', () => {
    const { feed, says, cut, pass, sockets } = world();
    feed.subscribe(() => undefined);
    cut();
    pass(250);
    cut();
    pass(250);
    expect(sockets).toHaveLength(2);
    pass(250);
    expect(sockets).toHaveLength(3);
    says(snapshot('a:1'));
    cut();
    pass(250);
    expect(sockets).toHaveLength(4);
  });

  it('remembers since when it is offline, however often it tries', () => {
    const { feed, cut, pass } = world();
    feed.subscribe(() => undefined);
    cut();
    pass(250);
    cut();
    expect(feed.get()).toMatchObject({ is: 'offline', since: 400_000 });
  });

  it.each(['online', 'woke'] as const)('connects anew when the device says %s', (signal) => {
    const { feed, says, hears, sockets, cut, pass } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1'));
    hears(signal);
    expect(sockets.map((socket) => socket.open)).toEqual([false, true]);
    // The old socket's end is no news.
    sockets[0]?.closed(1006);
    expect(feed.get().is).toBe('live');
    cut();
    hears(signal);
    pass(10_000);
    expect(sockets).toHaveLength(3);
  });

  it('gives up a socket on which nothing was heard for too long', () => {
    const { feed, says, pass, sockets } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1'));
    pass(20_000);
    says({ is: 'changes', at: 'a:1', serverTime: 1_020_000 });
    pass(44_000);
    expect(feed.get().is).toBe('live');
    pass(1_000);
    expect(feed.get().is).toBe('offline');
    expect(sockets[0]?.open).toBe(false);
    pass(250);
    expect(sockets).toHaveLength(2);
  });

  it('keeps up with the plenary', () => {
    const { feed, says } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1'));
    says({ is: 'changes', at: 'a:2', serverTime: 1_000_000, plenary: { voters: 12 } });
    expect(feed.get().board?.plenary).toEqual({ ...untouchedFeedPlenary, voters: 12 });
  });

  it('can be told to try at once', () => {
    const { feed, cut, sockets, pass } = world();
    feed.subscribe(() => undefined);
    feed.retryNow();
    expect(sockets).toHaveLength(1);
    cut();
    feed.retryNow();
    pass(10_000);
    expect(sockets).toHaveLength(2);
  });

  it.each([4403, 4499])('takes close code %i as final', (code) => {
    const { feed, cut, waits } = world();
    feed.subscribe(() => undefined);
    cut(code);
    expect(feed.get()).toMatchObject({ is: 'ended', because: 'refused' });
    expect(waits()).toBe(0);
  });

  it('ends when the session was deleted, and keeps what it showed', () => {
    const { feed, says, latest, waits } = world();
    feed.subscribe(() => undefined);
    says(snapshot('a:1', card(1)));
    says({ is: 'ended', because: 'deleted' });
    expect(feed.get()).toMatchObject({ is: 'ended', because: 'deleted' });
    expect(feed.get().board?.cards).toHaveLength(1);
    expect(latest().open).toBe(false);
    expect(waits()).toBe(0);
  });

  it('throws when the server begins with changes', () => {
    const { feed, says } = world();
    feed.subscribe(() => undefined);
    expect(() => says(changes('a:1'))).toThrow('began with changes');
  });
});
