import { createHash } from 'node:crypto';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import {
  decodeFrame,
  encodeFrame,
  type Frame,
  heartbeat,
  messageType,
  syncType,
  wireVersion,
} from './frame.ts';
import { closeReasonOf, closeReasons, refusals } from './wire.ts';

const every: readonly Frame[] = [
  { is: 'sync-step-1', stateVector: new Uint8Array([0]) },
  { is: 'sync-step-2', update: new Uint8Array([0, 0]) },
  { is: 'update', update: new Uint8Array(200).fill(7) },
  { is: 'awareness', update: new Uint8Array([0]) },
  { is: 'denied', reason: 'no' },
  { is: 'query-awareness' },
  { is: 'acknowledged', through: 0 },
  { is: 'acknowledged', through: 70_000 },
  { is: 'refused', frame: 3, reason: 'locked' },
  { is: 'hash-question', question: 300 },
  { is: 'hash-answer', question: 300, hash: 'abc' },
];

describe('frames', () => {
  it('come back as they were written', () => {
    for (const frame of every) expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
  });

  it('are those of y-protocols', () => {
    const doc = new Y.Doc();
    doc.getText('note').insert(0, 'hello');
    const update = Y.encodeStateAsUpdate(doc);
    const stock = (write: (encoder: encoding.Encoder) => void) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        write(encoder);
      });
    expect(encodeFrame({ is: 'sync-step-1', stateVector: Y.encodeStateVector(doc) })).toEqual(
      stock((encoder) => writeSyncStep1(encoder, doc)),
    );
    expect(encodeFrame({ is: 'sync-step-2', update })).toEqual(
      stock((encoder) => writeSyncStep2(encoder, doc)),
    );
    expect(encodeFrame({ is: 'update', update })).toEqual(
      stock((encoder) => writeUpdate(encoder, update)),
    );
  });

  it('the heartbeat is an awareness message about nobody', () => {
    expect([...heartbeat]).toEqual([1, 1, 0]);
    const awareness = new Awareness(new Y.Doc());
    expect([...encodeAwarenessUpdate(awareness, [])]).toEqual([0]);
    awareness.destroy();
  });

  it('keep their shape, or the version of the wire is raised', () => {
    const shape = createHash('sha256');
    for (const frame of every) shape.update(encodeFrame(frame));
    shape.update(JSON.stringify([closeReasons, Object.keys(refusals), messageType, syncType]));
    expect(`${wireVersion}: ${shape.digest('hex').slice(0, 16)}`).toMatchInlineSnapshot(
      `"1: 083455b5399069da"`,
    );
  });

  it('that are cut short, too long, unknown or empty are malformed, and nothing throws', () => {
    for (const frame of every) {
      const bytes = encodeFrame(frame);
      for (let length = 0; length < Math.min(bytes.length, 20); length++) {
        expect(decodeFrame(bytes.subarray(0, length))).toMatchObject({ is: 'malformed' });
      }
      expect(decodeFrame(new Uint8Array([...bytes, 0]))).toMatchObject({ is: 'malformed' });
    }
    for (const type of [4, 9, 120, 125]) {
      expect(decodeFrame(new Uint8Array([type, 0]))).toMatchObject({ is: 'malformed' });
    }
    expect(decodeFrame(new Uint8Array([0, 3, 0]))).toMatchObject({ is: 'malformed' });
  });

  it('that claim more bytes than they have do not reach into other memory', () => {
    const pool = new Uint8Array(100).fill(65);
    pool.set([0, 2, 90, 1, 2], 10);
    expect(decodeFrame(pool.subarray(10, 15))).toMatchObject({ is: 'malformed' });
  });
});

describe('close reasons', () => {
  it('have a code each, final exactly where stock clients take it as final', () => {
    const codes = Object.values(closeReasons).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, retry } of Object.values(closeReasons)) {
      expect(retry).toBe(!(code >= 4400 && code < 4500));
    }
  });

  it('are found by their code', () => {
    expect(closeReasonOf(4410)).toMatchObject({ name: 'deleted', retry: false });
    expect(closeReasonOf(1006)).toBeNull();
  });
});
