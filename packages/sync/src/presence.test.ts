import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { decodeFrame } from './frame.ts';
import { Presence, type Presenter } from './presence.ts';

const limits = { presenceIds: 1, presenceBytes: 200 };
const ada: Presenter = { author: 'ada', user: { id: 'ada', name: 'Ada' } };
const bob: Presenter = { author: 'bob', user: { id: 'bob', name: 'Bob' } };
const viewer: Presenter = { author: 'eve', user: undefined };

type Entry = readonly [id: number, clock: number, state: unknown];

const update = (...entries: readonly Entry[]) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [id, clock, state] of entries) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });

/** The states that a stock client holds after these frames. */
function seen(...frames: readonly (Uint8Array | undefined)[]): Map<number, unknown> {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const bytes of frames) {
    const frame = bytes && decodeFrame(bytes);
    if (frame?.is === 'awareness') applyAwarenessUpdate(awareness, frame.update, 'server');
  }
  const states = new Map(awareness.getStates());
  awareness.destroy();
  return states;
}

const shownBy = (name: string) => ({ user: { id: name.toLowerCase(), name } });

describe('presence', () => {
  it('carries who the connection really is, whatever it claims [W8]', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(bob, update([5, 1, { user: { id: 'ada', name: 'Ada' }, cursor: 3 }]));
    expect(seen(presence.everybodyBut(ada))).toEqual(
      new Map([[5, { ...shownBy('Bob'), cursor: 3 }]]),
    );
  });

  it('keeps a colour only if it is one [W8]', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 1, { user: { color: 'red;background:url(x)' } }]));
    presence.receive(bob, update([5, 1, { user: { color: '#30bced' } }]));
    const { user } = shownBy('Bob');
    expect(seen(presence.everybodyBut(viewer))).toEqual(
      new Map<number, unknown>([
        [4, shownBy('Ada')],
        [5, { user: { ...user, color: '#30bced' } }],
      ]),
    );
  });

  it('ignores what others say about an id, as stock clients do when they echo [W8]', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 1, { cursor: 1 }]));
    presence.receive(bob, update([5, 1, {}], [4, 9, { cursor: 2 }], [4, 10, null], [77, 1, {}]));
    expect(seen(presence.everybodyBut(viewer))).toEqual(
      new Map<number, unknown>([
        [4, { cursor: 1, ...shownBy('Ada') }],
        [5, shownBy('Bob')],
      ]),
    );
  });

  it('tells everybody when somebody leaves, and no late echo brings them back', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 3, {}]));
    const before = presence.takeChanges()?.(bob);
    presence.leave(ada);
    presence.receive(bob, update([4, 3, {}]));
    expect(seen(before, presence.takeChanges()?.(bob))).toEqual(new Map());
    expect(presence.everybodyBut(bob)).toBeUndefined();
  });

  it('shows somebody who comes back at once, though their clock did not move', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 3, { cursor: 1 }]));
    const frames = [presence.takeChanges()?.(bob)];
    presence.leave(ada);
    frames.push(presence.takeChanges()?.(bob));
    const again: Presenter = { ...ada };
    presence.receive(again, update([4, 3, { cursor: 2 }]));
    frames.push(presence.takeChanges()?.(bob));
    presence.receive(again, update([4, 4, { cursor: 5 }]));
    frames.push(presence.takeChanges()?.(bob));
    expect(seen(...frames)).toEqual(new Map([[4, { cursor: 5, ...shownBy('Ada') }]]));
  });

  it('follows a person to a new connection while the old one is not yet missed', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 3, { cursor: 1 }]));
    const again: Presenter = { ...ada };
    presence.receive(again, update([4, 4, { cursor: 2 }]));
    presence.leave(ada);
    expect(seen(presence.everybodyBut(bob))).toEqual(
      new Map([[4, { cursor: 2, ...shownBy('Ada') }]]),
    );
  });

  it('sends nobody their own state, and everybody else the same bytes', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 1, {}]));
    presence.receive(bob, update([5, 1, {}]));
    const frameFor = presence.takeChanges();
    expect([...seen(frameFor?.(ada)).keys()]).toEqual([5]);
    expect([...seen(frameFor?.(bob)).keys()]).toEqual([4]);
    expect(frameFor?.(viewer)).toBe(frameFor?.({ ...viewer }));
    expect(presence.takeChanges()).toBeUndefined();
  });

  it('shows one id per connection, states up to a size, and nobody who is not to be shown', () => {
    const presence = new Presence<Presenter>(limits);
    presence.receive(ada, update([4, 1, {}], [14, 1, {}]));
    presence.receive(ada, update([4, 2, { cursor: 'x'.repeat(300) }]));
    presence.receive(viewer, update([6, 1, {}]));
    expect(seen(presence.everybodyBut(bob))).toEqual(new Map([[4, shownBy('Ada')]]));
  });

  it('understands what y-protocols writes', () => {
    const presence = new Presence<Presenter>(limits);
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ cursor: { anchor: 1 } });
    presence.receive(ada, encodeAwarenessUpdate(awareness, [awareness.clientID]));
    expect(presence.presenterOf(awareness.clientID)).toBe(ada);
    awareness.setLocalState(null);
    presence.receive(ada, encodeAwarenessUpdate(awareness, [awareness.clientID]));
    expect(presence.presenterOf(awareness.clientID)).toBeUndefined();
    awareness.destroy();
  });

  it('throws at bytes that are no awareness update', () => {
    expect(() => new Presence<Presenter>(limits).receive(ada, new Uint8Array([3, 1]))).toThrow();
  });
});
