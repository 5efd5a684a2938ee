import { describe, expect, it } from 'vitest';
import {
  append,
  birth,
  bytes,
  largeRow,
  loaded,
  logged,
  row,
  snapshot,
  texts,
  type UpdateLogUnderTest,
} from './log-samples.ts';

/** The part of the suite that breaks things; skipped where the adapter cannot play the fault. */
export function describeFaults(
  current: () => UpdateLogUnderTest,
  next: (opened: UpdateLogUnderTest) => void,
): void {
  describe('faults', () => {
    it('a killed process loses nothing that was logged', async (test) => {
      const opened = current();
      if (!opened.kill) return test.skip();
      await opened.log.create('note', birth(row('1')));
      await append(opened.log, 'note', row('2'), row('3'));
      next(await opened.kill());
      expect(texts(await loaded(current().log, 'note'))).toEqual(['1', '2', '3']);
    });

    it('a power cut loses nothing that was durable, and leaves no gap', async (test) => {
      const opened = current();
      if (!opened.powerCut) return test.skip();
      await opened.log.create('note', birth(row('1')));
      await append(opened.log, 'note', row('2'));
      await opened.log.durable();
      await append(opened.log, 'note', row('3'));
      next(await opened.powerCut());
      const rows = texts(await loaded(current().log, 'note'));
      expect(['1', '2', '3']).toEqual(expect.arrayContaining(rows));
      expect(rows.slice(0, 2)).toEqual(['1', '2']);
    });

    it('without space every write is refused, nothing is lost, and writing resumes', async (test) => {
      const opened = current();
      if (!opened.setFull) return test.skip();
      const full = { is: 'refused', reason: 'storage-full' };
      await opened.log.create('note', birth(row('1')));
      await opened.setFull(true);
      expect(await append(opened.log, 'note', largeRow())).toEqual(full);
      expect(texts(await loaded(opened.log, 'note'))).toEqual(['1']);
      await opened.setFull(false);
      expect(await append(opened.log, 'note', row('2'))).toEqual(logged(2, 2));
    });

    it('a damaged row after the snapshot makes this document damaged, and no other', async (test) => {
      const opened = current();
      if (!opened.damageRow) return test.skip();
      await opened.log.create('note', birth(row('1')));
      await opened.log.create('card', birth(row('1')));
      await append(opened.log, 'note', row('2'));
      await opened.log.durable();
      await opened.damageRow('note', 2);
      expect(await opened.log.load('note')).toMatchObject({ is: 'damaged' });
      expect(await opened.log.load('card')).toMatchObject({ is: 'loaded' });
    });

    it('a damaged snapshot is replaced by the older one and its rows', async (test) => {
      const opened = current();
      if (!opened.damageSnapshot) return test.skip();
      await opened.log.create('note', birth(row('1')));
      await append(opened.log, 'note', row('2'), row('3'), row('4'));
      await opened.log.durable();
      await opened.log.writeSnapshot('note', snapshot(2, 'one, two'));
      await opened.log.writeSnapshot('note', snapshot(4, 'all'));
      await opened.log.durable();
      await opened.damageSnapshot('note', 4);
      const found = await loaded(opened.log, 'note');
      expect(found.snapshot).toMatchObject({ through: 2, state: bytes('one, two') });
      expect(texts(found)).toEqual(['3', '4']);
    });

    it('a damaged only snapshot is replaced by all rows', async (test) => {
      const opened = current();
      if (!opened.damageSnapshot) return test.skip();
      await opened.log.create('note', birth(row('1')));
      await append(opened.log, 'note', row('2'));
      await opened.log.durable();
      await opened.log.writeSnapshot('note', snapshot(2, 'all'));
      await opened.log.durable();
      await opened.damageSnapshot('note', 2);
      const found = await loaded(opened.log, 'note');
      expect(found.snapshot).toBeUndefined();
      expect(texts(found)).toEqual(['1', '2']);
    });
  });
}
