import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { type AdmissionContext, admit, isWaiting } from './admission.ts';
import { defaultLimits } from './limits.ts';
import { buildDoc } from './quiet-doc.ts';
import { StructPlaces } from './struct-places.ts';
import { edit, element, forge, nested, nestedBetween, text } from './testing/forge.ts';

const inNote = { root: 'note' };
const nobody: AdmissionContext = {
  doc: new Y.Doc(),
  limits: defaultLimits,
  roots: new Set(['note', 'card']),
  pending: { frames: 0, bytes: 0 },
  isLive: true,
  identity: () => ({ owner: undefined, isClaimed: false, speaksForItself: false }),
};

const judge = (update: Uint8Array, doc: Y.Doc, rest: Partial<AdmissionContext> = {}) =>
  admit(update, 'ada', { ...nobody, doc, ...rest });

const refused = (reason: string) => ({ is: 'refused', reason });

/** A document with "abc" in the note, by client 7. */
function written(): Y.Doc {
  return buildDoc([forge([{ client: 7, structs: [text('abc', inNote)] }])]);
}

describe('admission', () => {
  it('admits what an editor makes, and claims its client id', () => {
    const doc = new Y.Doc();
    doc.clientID = 9;
    const update = edit(doc, () => doc.getText('note').insert(0, 'hello'));
    expect(judge(update, written())).toMatchObject({
      is: 'admitted',
      changes: true,
      waits: false,
      claims: [9],
    });
  });

  it('says that an update brings nothing when all of it is there, deletions included', () => {
    const doc = written();
    const whole = () => Y.encodeStateAsUpdate(doc);
    expect(judge(new Uint8Array([0, 0]), doc)).toMatchObject({ changes: false, waits: false });
    expect(judge(whole(), doc)).toMatchObject({ is: 'admitted', changes: false, claims: [] });
    const deletion = edit(doc, () => doc.getText('note').delete(1, 1));
    expect(judge(deletion, doc)).toMatchObject({ changes: false });
    expect(judge(deletion, written())).toMatchObject({ changes: true, claims: [] });
  });

  it('refuses what is too large, by size before it is read', () => {
    const limits = { ...defaultLimits, frameBytes: 10 };
    expect(judge(new Uint8Array(11), new Y.Doc(), { limits })).toMatchObject(refused('too-large'));
  });

  it('refuses roots that documents of this kind do not have [D2]', () => {
    const update = forge([{ client: 9, structs: [text('a', { root: 'secrets' })] }]);
    expect(judge(update, written())).toMatchObject(refused('unknown-root'));
  });

  describe('nesting', () => {
    it('may be 64 deep and no deeper, in one update', () => {
      expect(judge(nested(9, 64, inNote), written())).toMatchObject({ is: 'admitted' });
      expect(judge(nested(9, 65, inNote), written())).toMatchObject(refused('too-complex'));
    });

    it('counts from one client to another', () => {
      expect(judge(nestedBetween(9, 64, inNote), written())).toMatchObject({ is: 'admitted' });
      expect(judge(nestedBetween(9, 66, inNote), written())).toMatchObject(refused('too-complex'));
    });

    it('is found however its levels hang on each other, without looking at all of them', () => {
      // Each level is the neighbour of a text in the one before.
      const beside = Array.from({ length: 4_000 }, (_, level) => [
        element(level === 0 ? inNote : { after: [9, level * 2 - 1] }),
        text('x', { within: [9, level * 2] }),
      ]);
      const towers = [
        nested(9, 8_000, inNote),
        nestedBetween(9, 8_000, inNote),
        forge([{ client: 9, structs: beside.flat() }]),
      ];
      const looks = vi.spyOn(StructPlaces.prototype, 'find');
      for (const tower of towers)
        expect(judge(tower, written())).toMatchObject(refused('too-complex'));
      expect(looks.mock.calls.length).toBeLessThan(3 * 3 * 64);
      looks.mockRestore();
    });

    it('counts what the document holds already', () => {
      const doc = buildDoc([nested(7, 60, inNote)]);
      const more = (levels: number) => nested(9, levels, { within: [7, 59] });
      expect(judge(more(4), doc)).toMatchObject({ is: 'admitted' });
      expect(judge(more(5), doc)).toMatchObject(refused('too-complex'));
    });

    it('counts through neighbours, in the document and in the update', () => {
      const doc = buildDoc([
        nested(7, 60, inNote),
        forge([{ client: 8, structs: [text('x', { within: [7, 59] })] }]),
      ]);
      const beside = (levels: number) => nested(9, levels, { after: [8, 0] });
      expect(judge(beside(4), doc)).toMatchObject({ is: 'admitted' });
      expect(judge(beside(5), doc)).toMatchObject(refused('too-complex'));
      const chained = forge([
        {
          client: 9,
          structs: [text('y', { after: [8, 0] }), ...chain(9, 1, 5, { after: [9, 0] })],
        },
      ]);
      expect(judge(chained, doc)).toMatchObject(refused('too-complex'));
    });

    it('is measured on 100,000 siblings in a row without overflowing the stack', () => {
      const limits = { ...defaultLimits, frameStructs: 400_000 };
      const structs = Array.from({ length: 100_000 }, (_, clock) =>
        element(clock === 0 ? inNote : { after: [9, clock - 1] }, ''),
      );
      const update = forge([{ client: 9, structs }]);
      expect(judge(update, written(), { limits })).toMatchObject({ is: 'admitted' });
    });

    it('that hangs on something unknown may only bring a few levels', () => {
      const onUnknown = (levels: number) => nested(9, levels, { within: [55, 3] });
      expect(judge(onUnknown(15), written())).toMatchObject({ is: 'admitted', waits: true });
      expect(judge(onUnknown(16), written())).toMatchObject(refused('too-complex'));
    });
  });

  describe('client ids', () => {
    const bobsNew = forge([{ client: 8, structs: [text('forged', inNote)] }]);
    const ofBob = (speaksForItself: boolean, isClaimed = true) => ({
      identity: (client: number) =>
        client === 8
          ? { owner: 'bob', isClaimed, speaksForItself }
          : { owner: undefined, isClaimed: false, speaksForItself: false },
    });

    it('of somebody who is here cannot be written under by another', () => {
      const here = ofBob(true);
      expect(judge(bobsNew, written(), here)).toMatchObject(refused('foreign-client'));
      expect(admit(bobsNew, 'bob', { ...nobody, ...here, doc: written() })).toMatchObject({
        is: 'admitted',
        claims: [],
      });
    });

    it('of somebody who is away may be brought by another', () => {
      expect(judge(bobsNew, written(), ofBob(false))).toMatchObject({ is: 'admitted', claims: [] });
    });

    it('that somebody only shows so far become theirs, and nobody else’s', () => {
      const shown = ofBob(false, false);
      expect(judge(bobsNew, written(), shown)).toMatchObject({ is: 'admitted', claims: [] });
      expect(admit(bobsNew, 'bob', { ...nobody, ...shown, doc: written() })).toMatchObject({
        claims: [8],
      });
    });

    it('become the author’s by a change as it is made, not by a state that may hold others’ words', () => {
      expect(judge(bobsNew, written())).toMatchObject({ claims: [8] });
      expect(judge(bobsNew, written(), { isLive: false })).toMatchObject({ claims: [] });
      const ofTwo = forge([9, 8].map((client) => ({ client, structs: [text('x', inNote)] })));
      expect(judge(ofTwo, written())).toMatchObject({ is: 'admitted', claims: [] });
    });

    it('are only so many in a document, and those that are there may go on', () => {
      const limits = { ...defaultLimits, documentClients: 1 };
      expect(judge(bobsNew, written(), { limits })).toMatchObject(refused('too-complex'));
      const more = forge([{ client: 7, clock: 3, structs: [text('d', { after: [7, 2] })] }]);
      expect(judge(more, written(), { limits })).toMatchObject({ is: 'admitted' });
    });

    it('are no matter for what the document holds already', () => {
      expect(judge(bobsNew, buildDoc([bobsNew]), ofBob(true))).toMatchObject({
        is: 'admitted',
        changes: false,
      });
    });
  });

  describe('the same id and clock', () => {
    it('with other content is refused, with the same content it is nothing new', () => {
      const again = (letters: string) => forge([{ client: 7, structs: [text(letters, inNote)] }]);
      expect(judge(again('abc'), written())).toMatchObject({ is: 'admitted', changes: false });
      expect(judge(again('abd'), written())).toMatchObject(refused('conflicting-content'));
      expect(judge(again('abcd'), written())).toMatchObject({ is: 'admitted', changes: true });
      expect(judge(again('xbcd'), written())).toMatchObject(refused('conflicting-content'));
    });

    it('in another place or of another kind is refused', () => {
      const doc = buildDoc([
        forge([{ client: 7, structs: [text('abc', inNote), text('x', inNote)] }]),
      ]);
      const other = (place: Parameters<typeof text>[1]) =>
        forge([{ client: 7, structs: [text('abc', inNote), text('x', place)] }]);
      expect(judge(other(inNote), doc)).toMatchObject({ is: 'admitted' });
      expect(judge(other({ after: [7, 2] }), doc)).toMatchObject(refused('conflicting-content'));
      expect(judge(other({ root: 'card' }), doc)).toMatchObject(refused('conflicting-content'));
      const kind = forge([{ client: 7, structs: [element(inNote)] }]);
      expect(judge(kind, doc)).toMatchObject(refused('conflicting-content'));
    });

    it('cut in other pieces, or deleted on one side, is the same', () => {
      const doc = written();
      const pieces = forge([
        { client: 7, structs: [text('ab', inNote), text('c', { after: [7, 1] })] },
      ]);
      expect(judge(pieces, doc)).toMatchObject({ is: 'admitted', changes: false });
      doc.getText('note').delete(1, 1);
      expect(judge(pieces, doc)).toMatchObject({ is: 'admitted', changes: false });
      expect(judge(Y.encodeStateAsUpdate(doc), written())).toMatchObject({ changes: true });
    });
  });

  describe('updates that have to wait', () => {
    const gap = forge([{ client: 9, clock: 5, structs: [text('a', inNote)] }]);
    const onUnknown = forge([{ client: 9, structs: [text('a', { after: [55, 0] })] }]);
    const early = forge([], [{ client: 7, ranges: [[2, 9]] }]);

    it('are told apart from those that do not', () => {
      for (const update of [gap, onUnknown, early]) {
        expect(judge(update, written())).toMatchObject({ waits: true, changes: true });
        const doc = buildDoc([Y.encodeStateAsUpdate(written()), update]);
        expect(doc.store.pendingStructs ?? doc.store.pendingDs).not.toBeNull();
      }
      const complete = forge([
        { client: 9, structs: [text('a', { after: [8, 0] })] },
        { client: 8, structs: [text('b', { after: [7, 1] })] },
      ]);
      expect(judge(complete, written())).toMatchObject({ waits: false });
    });

    it('wait no more once what they wait for is there', () => {
      const verdict = judge(gap, written());
      if (verdict.is !== 'admitted') throw new Error(verdict.found);
      const doc = written();
      expect(isWaiting(verdict.outline, doc)).toBe(true);
      Y.applyUpdate(doc, forge([{ client: 9, structs: [text('12345', inNote)] }]));
      expect(isWaiting(verdict.outline, doc)).toBe(false);
    });

    it('for each other in a circle are refused, since they would wait for ever', () => {
      const circle = forge([
        { client: 9, structs: [text('a', { after: [8, 0] })] },
        { client: 8, structs: [text('b', { after: [9, 0] })] },
      ]);
      expect(judge(circle, written())).toMatchObject(refused('malformed'));
      const spiral = forge([
        { client: 9, structs: [text('a', { after: [8, 0] }), text('c', { after: [8, 1] })] },
        { client: 8, structs: [text('b', inNote), text('d', { after: [9, 0] })] },
      ]);
      expect(judge(spiral, written())).toMatchObject({ is: 'admitted', waits: false });
    });

    it('have a budget, by number and by size', () => {
      const waiting = (frames: number, size: number) =>
        judge(gap, written(), { pending: { frames, bytes: size } });
      const { pendingFrames, pendingBytes } = defaultLimits;
      expect(waiting(pendingFrames - 1, 0)).toMatchObject({ is: 'admitted' });
      expect(waiting(pendingFrames, 0)).toMatchObject(refused('too-much-pending'));
      expect(waiting(0, pendingBytes)).toMatchObject(refused('too-much-pending'));
    });
  });
});

function chain(client: number, clock: number, levels: number, place: Parameters<typeof text>[1]) {
  return Array.from({ length: levels }, (_, level) =>
    element(level === 0 ? place : { within: [client, clock + level - 1] as const }),
  );
}
