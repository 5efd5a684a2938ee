import { beforeEach, expect, it } from 'vitest';
import { ManualClock } from './testing/manual-clock.ts';
import { type WakeSignal, windowSignals } from './wake-signals.ts';

let time: ManualClock;
let page: EventTarget & { visibilityState: string };
let window: EventTarget & { document: EventTarget };
let heard: WakeSignal[];
let stop: () => void;

beforeEach(() => {
  time = new ManualClock();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  window = Object.assign(new EventTarget(), { document: page });
  heard = [];
  stop = windowSignals(window as unknown as Window, time.clock)((signal) => heard.push(signal));
});

const happens = (at: EventTarget, event: string, facts = {}) =>
  at.dispatchEvent(Object.assign(new Event(event), facts));

it('passes on what the system says of the network', () => {
  happens(window, 'offline');
  happens(window, 'online');
  expect(heard).toEqual(['offline', 'online']);
});

it('tells of a page that comes back from the back-forward cache, and of none that is new', () => {
  happens(window, 'pageshow', { persisted: false });
  expect(heard).toEqual([]);
  happens(window, 'pageshow', { persisted: true });
  expect(heard).toEqual(['woke']);
});

it('tells of a tab that comes to the front, and of none that goes', () => {
  page.visibilityState = 'hidden';
  happens(page, 'visibilitychange');
  expect(heard).toEqual([]);
  page.visibilityState = 'visible';
  happens(page, 'visibilitychange');
  expect(heard).toEqual(['woke']);
});

it('tells of a clock that jumped, and of none that goes on', () => {
  time.pass(60_000);
  expect(heard).toEqual([]);
  time.sleep(10_000);
  time.pass(2_000);
  expect(heard).toEqual(['woke']);
});

it('says nothing once it was stopped', () => {
  stop();
  for (const event of ['online', 'offline']) happens(window, event);
  happens(window, 'pageshow', { persisted: true });
  happens(page, 'visibilitychange');
  time.sleep(60_000);
  time.pass(60_000);
  expect(heard).toEqual([]);
});
