import 'fake-indexeddb/auto';
import { parseGroupId, parseImageId, parseSessionId, parseWorkshopId } from '@reportback/domain';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { DocumentImages } from './document-images.ts';
import type { ShelvedImage } from './image-keep.ts';
import { ImageShelf, type SentImage } from './image-shelf.ts';
import { overdueAfter, type SaveStatus, withImages } from './save-status.ts';
import { ManualClock } from './testing/manual-clock.ts';
import type { WakeSignal } from './wake-signals.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const place = {
  workshop: parseWorkshopId('day'),
  session: parseSessionId('day-1'),
  group: parseGroupId('one'),
};
const image = (id: string, at = 1): ShelvedImage => ({
  id: parseImageId(id),
  place,
  document: 'table',
  mediaType: 'image/jpeg',
  at,
});
const bytes = (text = 'a picture') => new Blob([text], { type: 'image/jpeg' });

/** One visit of a browser, and a server that answers when the test says so. */
class Visit {
  readonly time = new ManualClock();
  readonly sent: string[] = [];
  signal: (signal: WakeSignal) => void = () => undefined;
  answer: () => Promise<SentImage> = async () => ({ is: 'stored' });
  readonly shelf = new ImageShelf({
    clock: this.time.clock,
    chance: () => 0,
    signals: (heard) => {
      this.signal = heard;
      return () => undefined;
    },
    send: ({ id }) => {
      this.sent.push(id);
      return this.answer();
    },
  });
  state = (id: string) => this.shelf.state(parseImageId(id))?.get().is ?? null;
}

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5_000, interval: 2 });
const unreachable = async (): Promise<SentImage> => ({ is: 'unreachable' });

it('an image is stored only once the server has said so', async () => {
  const visit = new Visit();
  const answer = Promise.withResolvers<SentImage>();
  visit.answer = () => answer.promise;
  expect(await visit.shelf.add(image('a'), bytes())).toBe(true);
  await until(() => visit.state('a') === 'sending');
  expect(visit.shelf.unsettled('table')).toHaveLength(1);
  answer.resolve({ is: 'stored' });
  await until(() => visit.state('a') === 'stored');
  expect(visit.shelf.unsettled()).toEqual([]);
});

it('without a network it waits, is shown from here, and goes up when the network is back', async () => {
  const visit = new Visit();
  visit.answer = unreachable;
  await visit.shelf.add(image('a'), bytes('offline'));
  await until(() => visit.sent.length === 1 && visit.state('a') === 'waiting');
  visit.time.pass(60_000);
  await until(() => visit.sent.length > 1);
  expect(await (await visit.shelf.find(parseImageId('a')))?.text()).toBe('offline');
  expect(visit.shelf.isAnyOnItsWay()).toBe(true);
  visit.answer = async () => ({ is: 'stored' });
  visit.signal('online');
  await until(() => visit.state('a') === 'stored');
});

it('what a visit left goes up by itself at the next, with its bytes', async () => {
  const before = new Visit();
  before.answer = unreachable;
  await before.shelf.add(image('a'), bytes('left'));
  const next = new Visit();
  await next.shelf.isRead;
  expect(await (await next.shelf.find(parseImageId('a')))?.text()).toBe('left');
  await until(() => next.state('a') === 'stored');
  const last = new Visit();
  await last.shelf.isRead;
  expect(last.state('a')).toBe('stored');
  expect(last.sent).toEqual([]);
});

it('one that is refused keeps no other waiting, and can be sent again', async () => {
  const visit = new Visit();
  visit.answer = async () => ({ is: 'refused', problem: 'Too large.' });
  await visit.shelf.add(image('a'), bytes());
  await until(() => visit.state('a') === 'refused');
  visit.answer = async () => ({ is: 'stored' });
  await visit.shelf.add(image('b'), bytes());
  await until(() => visit.state('b') === 'stored');
  expect(visit.state('a')).toBe('refused');
  expect(visit.shelf.isAnyOnItsWay()).toBe(false);
  visit.shelf.retryAll('table');
  await until(() => visit.state('a') === 'stored');
});

it('forgetting a document forgets what the server does not have', async () => {
  const visit = new Visit();
  visit.answer = unreachable;
  await visit.shelf.add(image('a'), bytes());
  await visit.shelf.forget('table');
  expect(visit.shelf.unsettled()).toEqual([]);
  const next = new Visit();
  await next.shelf.isRead;
  expect(next.state('a')).toBeNull();
});

it('a browser without storage holds it until the page closes', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  const visit = new Visit();
  visit.answer = unreachable;
  expect(await visit.shelf.add(image('a'), bytes())).toBe(false);
  expect(await (await visit.shelf.find(parseImageId('a')))?.text()).toBe('a picture');
});

/** What the lamp says of a document whose text is saved. */
class Lamp {
  readonly doc = new Y.Doc();
  readonly images: DocumentImages;

  constructor({ shelf, time }: Visit) {
    this.images = new DocumentImages('table', this.doc, shelf, time.clock, () => undefined);
  }

  says(text: SaveStatus = { is: 'saved' }): string {
    return withImages(text, this.images.status()).is;
  }

  shows(id: string): Y.XmlElement {
    const node = new Y.XmlElement('image');
    node.setAttribute('image', id);
    this.doc.getXmlFragment('note').push([node]);
    return node;
  }
}

it('the lamp never says saved while an image is only here', async () => {
  const visit = new Visit();
  const lamp = new Lamp(visit);
  expect(lamp.says()).toBe('saved');
  const answer = Promise.withResolvers<SentImage>();
  visit.answer = () => answer.promise;
  await visit.shelf.add(image('a'), bytes());
  await until(() => visit.state('a') === 'sending');
  expect(lamp.says()).toBe('saving');
  visit.time.pass(overdueAfter);
  expect(lamp.says()).toBe('only-here');
  answer.resolve({ is: 'unreachable' });
  await until(() => visit.state('a') === 'waiting');
  expect(lamp.says()).toBe('only-here');
  expect(lamp.says({ is: 'saving', since: 1, lines: 1 })).toBe('only-here');
  visit.answer = async () => ({ is: 'stored' });
  visit.signal('online');
  await until(() => visit.state('a') === 'stored');
  expect(lamp.says()).toBe('saved');
});

it('one that was refused counts as long as the note shows it', async () => {
  const visit = new Visit();
  const lamp = new Lamp(visit);
  visit.answer = async () => ({ is: 'refused', problem: 'Too large.' });
  lamp.shows('a');
  await visit.shelf.add(image('a'), bytes());
  await until(() => visit.state('a') === 'refused');
  expect(lamp.says()).toBe('only-here');
  lamp.doc.getXmlFragment('note').delete(0, 1);
  expect(lamp.says()).toBe('saved');
});

it('goes on after the browser took its storage away while an image was read or sent', async () => {
  const visit = new Visit();
  visit.answer = () => Promise.reject(new DOMException('closed', 'InvalidStateError'));
  await visit.shelf.add(image('a'), bytes());
  await until(() => visit.sent.length === 1 && visit.state('a') === 'waiting');
  visit.answer = async () => ({ is: 'stored' });
  visit.signal('online');
  await until(() => visit.state('a') === 'stored');
});
