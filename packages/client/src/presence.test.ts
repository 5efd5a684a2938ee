import { afterEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { enterField, introduce, peopleHere } from './presence.ts';

const open: Awareness[] = [];
afterEach(() => {
  for (const awareness of open.splice(0)) awareness.destroy();
});

function device(): Awareness {
  const awareness = new Awareness(new Y.Doc());
  open.push(awareness);
  return awareness;
}

/** Tells `to` what `from` says of itself. */
function carry(from: Awareness, to: Awareness): void {
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'test');
}

const seat = (text: string) => ({ name: text, color: '#893311', seat: null });

describe('who is here', () => {
  it('names oneself first, then the others by name', () => {
    const mine = device();
    introduce(mine, seat('Mei'));
    for (const name of ['Tomás', 'Ada']) {
      const other = device();
      introduce(other, seat(name));
      carry(other, mine);
    }
    expect(
      peopleHere(mine)
        .get()
        .map((person) => person.name),
    ).toEqual(['Mei', 'Ada', 'Tomás']);
  });

  it('counts a person with two devices once', () => {
    const mine = device();
    for (const field of [null, 'note']) {
      const other = device();
      other.setLocalState({ user: { name: 'Ada', color: '#893311', seat: 'ada' }, field });
      carry(other, mine);
    }
    expect(peopleHere(mine).get()).toEqual([
      { seat: 'ada', name: 'Ada', colour: '#893311', isMe: false, field: 'note' },
    ]);
  });

  it('shows nobody at a page that has not said who is there', () => {
    const mine = device();
    mine.setLocalState(null);
    enterField(mine, 'note');
    expect(peopleHere(mine).get()).toEqual([]);
    introduce(mine, seat('Mei'));
    expect(peopleHere(mine).get()).toMatchObject([{ name: 'Mei', field: null }]);
  });

  it('keeps quiet when only a caret moved', () => {
    const mine = device();
    introduce(mine, seat('Mei'));
    const people = peopleHere(mine);
    let calls = 0;
    people.subscribe(() => calls++);
    mine.setLocalStateField('cursor', { anchor: 1 });
    expect(calls).toBe(0);
    enterField(mine, 'headline');
    expect(calls).toBe(1);
    expect(people.get()[0]?.field).toBe('headline');
  });

  it('is not upset by states of another make', () => {
    const mine = device();
    for (const state of [
      { user: 7 },
      { user: { name: 4 } },
      { user: { name: 'X', color: 'red;' } },
    ]) {
      const other = device();
      other.setLocalState(state);
      carry(other, mine);
    }
    expect(peopleHere(mine).get()).toEqual([
      { seat: null, name: 'X', colour: '#454a50', isMe: false, field: null },
    ]);
  });
});
