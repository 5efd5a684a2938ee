import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFaults } from './describe-log-faults.ts';
import {
  append,
  birth,
  bytes,
  deleted,
  loaded,
  logged,
  row,
  snapshot,
  texts,
  type UpdateLogUnderTest,
  version,
} from './log-samples.ts';

/** What every UpdateLog must do; `open` gives an empty one each time. */
export function describeUpdateLog(name: string, open: () => Promise<UpdateLogUnderTest>): void {
  describe(`update log: ${name}`, () => {
    let opened: UpdateLogUnderTest;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.dispose();
    });

    describe('making a document', () => {
      it('does not know a document that was never made', async () => {
        expect(await opened.log.load('note')).toEqual({ is: 'absent' });
      });

      it('keeps the first content as row 1', async () => {
        expect(await opened.log.create('note', birth(row('first', 'server', [7])))).toEqual({
          is: 'created',
        });
        const found = await loaded(opened.log, 'note');
        expect(found).toMatchObject({
          incarnation: 'life-1',
          schemaVersion: 3,
          locked: false,
          headSeq: 1,
          snapshot: undefined,
        });
        expect(found.rows).toEqual([
          { seq: 1, update: bytes('first'), author: 'server', at: 1000 },
        ]);
        expect(found.clients).toEqual(new Map([[7, 'server']]));
      });

      it('stores the first content once, whoever asks again [D1]', async () => {
        await opened.log.create('note', birth(row('first')));
        const again = { ...birth(row('other')), incarnation: 'life-2' };
        expect(await opened.log.create('note', again)).toEqual({
          is: 'exists',
          incarnation: 'life-1',
        });
        expect(texts(await loaded(opened.log, 'note'))).toEqual(['first']);
      });
    });

    describe('appending', () => {
      beforeEach(async () => {
        await opened.log.create('note', birth(row('first')));
        await opened.log.create('card', birth(row('first')));
      });

      it('numbers rows without gaps, in the order given', async () => {
        expect(await append(opened.log, 'note', row('a'), row('b'))).toEqual(logged(2, 3));
        expect(await append(opened.log, 'note', row('c'))).toEqual(logged(4, 4));
        const found = await loaded(opened.log, 'note');
        expect(found.headSeq).toBe(4);
        expect(found.rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
        expect(texts(found)).toEqual(['first', 'a', 'b', 'c']);
      });

      it('takes the rows of several documents at once and numbers each document by itself', async () => {
        await append(opened.log, 'card', row('x'));
        const outcomes = await opened.log.append(
          [
            { document: 'note', incarnation: 'life-1', rows: [row('a'), row('b')] },
            { document: 'card', incarnation: 'life-1', rows: [row('y')] },
          ],
          2000,
        );
        expect(outcomes).toEqual([logged(2, 3), logged(3, 3)]);
      });

      it('keeps calls in the order they were made, also when nobody waited', async () => {
        const calls = Array.from({ length: 20 }, (_, n) => append(opened.log, 'note', row(`${n}`)));
        const outcomes = await Promise.all(calls);
        expect(outcomes).toEqual(outcomes.map((_, n) => logged(n + 2, n + 2)));
        const expected = ['first', ...outcomes.map((_, n) => `${n}`)];
        expect(texts(await loaded(opened.log, 'note'))).toEqual(expected);
      });

      it('remembers author and time of each row and whose a client id is', async () => {
        await append(opened.log, 'note', row('a', 'ada', [11, 2 ** 32 + 5]), row('b', 'bob', [12]));
        const found = await loaded(opened.log, 'note');
        expect(found.rows.slice(1)).toMatchObject([
          { author: 'ada', at: 2000 },
          { author: 'bob', at: 2000 },
        ]);
        expect(found.clients).toEqual(
          new Map([
            [11, 'ada'],
            [2 ** 32 + 5, 'ada'],
            [12, 'bob'],
          ]),
        );
      });

      it('gives back bytes exactly, zeros and large rows included', async () => {
        const large = new Uint8Array(300_000).map((_, n) => (n * 7) % 256);
        const rows = [new Uint8Array([0, 0]), large].map((update) => ({ ...row(''), update }));
        await append(opened.log, 'note', ...rows);
        const found = await loaded(opened.log, 'note');
        expect(found.rows.slice(1).map(({ update }) => [...update])).toEqual(
          rows.map(({ update }) => [...update]),
        );
      });

      it('keeps names apart that differ only by case, spaces or an ending', async () => {
        const names = ['Note', 'note ', 'note/1', 'note%', "no'te", 'nöte'];
        for (const name of names) await opened.log.create(name, birth(row(name)));
        for (const name of names) {
          expect(texts(await loaded(opened.log, name))).toEqual([name]);
        }
      });

      it('refuses a locked document, and only that one, until it is unlocked', async () => {
        expect(await opened.log.setLocked('note', true)).toBe(true);
        const outcomes = await opened.log.append(
          [
            { document: 'note', incarnation: 'life-1', rows: [row('late')] },
            { document: 'card', incarnation: 'life-1', rows: [row('in time')] },
          ],
          2000,
        );
        expect(outcomes).toEqual([{ is: 'refused', reason: 'locked' }, logged(2, 2)]);
        expect(await loaded(opened.log, 'note')).toMatchObject({ locked: true, headSeq: 1 });
        await opened.log.setLocked('note', false);
        expect(await append(opened.log, 'note', row('a'))).toEqual(logged(2, 2));
      });

      it('cannot lock what does not exist', async () => {
        expect(await opened.log.setLocked('nothing', true)).toBe(false);
      });
    });

    describe('removing', () => {
      beforeEach(async () => {
        await opened.log.create('note', birth(row('first', 'server', [7])));
      });

      it('leaves nothing behind and refuses late rows', async () => {
        await opened.log.writeVersion('note', version('v'));
        expect(await opened.log.remove('note')).toBe(true);
        expect(await opened.log.load('note')).toEqual({ is: 'absent' });
        expect(await opened.log.listVersions('note')).toEqual([]);
        expect(await append(opened.log, 'note', row('late'))).toEqual(deleted);
        expect(await opened.log.remove('note')).toBe(false);
      });

      it('lets late rows of a former life not into the new one', async () => {
        await opened.log.remove('note');
        const second = { ...birth(row('new')), incarnation: 'life-2' };
        expect(await opened.log.create('note', second)).toEqual({ is: 'created' });
        expect(await append(opened.log, 'note', row('late'))).toEqual(deleted);
        expect(await opened.log.writeSnapshot('note', snapshot(1, 'late'))).toEqual(deleted);
        expect(await opened.log.writeVersion('note', version('late'))).toEqual(deleted);
        const found = await loaded(opened.log, 'note');
        expect(found).toMatchObject({ incarnation: 'life-2', headSeq: 1, clients: new Map() });
        expect(texts(found)).toEqual(['new']);
      });
    });

    describe('snapshots', () => {
      beforeEach(async () => {
        await opened.log.create('note', birth(row('1', 'server', [7])));
        await append(opened.log, 'note', row('2', 'ada', [8]), row('3'), row('4'));
        await opened.log.durable();
      });

      it('are loaded with the rows after them', async () => {
        const written = await opened.log.writeSnapshot('note', snapshot(3, 'one to three'));
        expect(written).toMatchObject({ is: 'written' });
        const found = await loaded(opened.log, 'note');
        expect(found.snapshot).toEqual({
          through: 3,
          state: bytes('one to three'),
          contentHash: 'hash of one to three',
        });
        expect(texts(found)).toEqual(['4']);
        expect(found.headSeq).toBe(4);
      });

      it('remove only the rows that the older snapshot holds too', async () => {
        const first = await opened.log.writeSnapshot('note', snapshot(2, 'one, two'));
        expect(first).toEqual({ is: 'written', rowsRemoved: 0 });
        const second = await opened.log.writeSnapshot('note', snapshot(4, 'all'));
        expect(second).toEqual({ is: 'written', rowsRemoved: 2 });
        expect(texts(await loaded(opened.log, 'note'))).toEqual([]);
      });

      it('leave numbering and client ids as they were', async () => {
        await opened.log.writeSnapshot('note', snapshot(3, 'a'));
        await opened.log.writeSnapshot('note', snapshot(4, 'b'));
        expect(await append(opened.log, 'note', row('5'))).toEqual(logged(5, 5));
        const found = await loaded(opened.log, 'note');
        expect(found.clients).toEqual(
          new Map([
            [7, 'server'],
            [8, 'ada'],
          ]),
        );
      });
    });

    describe('versions', () => {
      beforeEach(async () => {
        await opened.log.create('note', birth(row('1')));
      });

      it('are listed newest first and read one by one', async () => {
        expect(await opened.log.writeVersion('note', version('v1'))).toEqual({
          is: 'written',
          id: 1,
        });
        await opened.log.writeVersion('note', { ...version('v2'), cause: 'interval' });
        const { state: _, incarnation: __, ...entry } = version('v1');
        expect(await opened.log.listVersions('note')).toEqual([
          { ...entry, id: 2, cause: 'interval', contentHash: 'hash of v2' },
          { ...entry, id: 1 },
        ]);
        expect(await opened.log.readVersion('note', 1)).toEqual({
          ...entry,
          id: 1,
          state: bytes('v1'),
        });
        expect(await opened.log.readVersion('note', 3)).toBeUndefined();
        expect(await opened.log.readVersion('card', 1)).toBeUndefined();
      });

      it('go up in a newer one, which then names who wrote them, and their numbers are not used again', async () => {
        for (const state of ['v1', 'v2', 'v3'])
          await opened.log.writeVersion('note', version(state));
        const merge = { into: 3, removed: [1, 2], authors: ['ada', 'bob'] };
        await opened.log.mergeVersions('note', 'another life', [merge]);
        expect((await opened.log.listVersions('note')).length).toBe(3);
        await opened.log.mergeVersions('note', 'life-1', [merge]);
        expect(await opened.log.readVersion('note', 2)).toBeUndefined();
        expect(await opened.log.listVersions('note')).toMatchObject([
          { id: 3, authors: ['ada', 'bob'], contentHash: 'hash of v3' },
        ]);
        expect(await opened.log.writeVersion('note', version('v4'))).toMatchObject({ id: 4 });
      });
    });

    describe('quarantine', () => {
      it('sets a row aside and keeps the numbers of the others', async () => {
        await opened.log.create('note', birth(row('1')));
        await append(opened.log, 'note', row('poison'), row('3'));
        await opened.log.quarantine('note', 'life-1', 2, 'cannot be applied');
        const found = await loaded(opened.log, 'note');
        expect(found.rows.map(({ seq }) => seq)).toEqual([1, 3]);
        expect(found.headSeq).toBe(3);
      });
    });

    describe('opened again', () => {
      it('has everything', async () => {
        await opened.log.create('note', birth(row('1', 'server', [7])));
        await append(opened.log, 'note', row('2'), row('3'));
        await opened.log.writeSnapshot('note', snapshot(2, 'one, two'));
        await opened.log.writeVersion('note', version('v1'));
        await opened.log.quarantine('note', 'life-1', 3, 'cannot be applied');
        await append(opened.log, 'note', row('4'));
        await opened.log.setLocked('note', true);
        const before = await opened.log.load('note');
        const versions = await opened.log.listVersions('note');
        opened = await opened.reopen();
        expect(await opened.log.load('note')).toEqual(before);
        expect(await opened.log.listVersions('note')).toEqual(versions);
      });

      it('still refuses what was removed', async () => {
        await opened.log.create('note', birth(row('1')));
        await opened.log.remove('note');
        opened = await opened.reopen();
        expect(await append(opened.log, 'note', row('late'))).toEqual(deleted);
      });
    });

    describeFaults(
      () => opened,
      (next) => {
        opened = next;
      },
    );

    it('many may wait for durability at once', async () => {
      await opened.log.create('note', birth(row('1')));
      const waits = Array.from({ length: 50 }, async (_, n) => {
        await append(opened.log, 'note', row(`${n}`));
        await opened.log.durable();
      });
      await Promise.all(waits);
      expect((await loaded(opened.log, 'note')).headSeq).toBe(51);
    });
  });
}
