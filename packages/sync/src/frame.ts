import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { unreachable } from './unreachable.ts';

/**
 * The wire: the messages of y-protocols 1.0 as y-websocket sends them, and four of our own for clients
 * that ask for them. One message a frame. No other file knows these numbers.
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  acknowledged: 121,
  refused: 122,
  hashQuestion: 123,
  hashAnswer: 124,
} as const;

/** The messages within {@link messageType.sync}. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Raised when the shape of any frame changes. */
export const wireVersion = 1;

export type Frame =
  /** "This is what I have": answered with a step 2. */
  | { readonly is: 'sync-step-1'; readonly stateVector: Uint8Array }
  /** "This is what you lack". A document frame. */
  | { readonly is: 'sync-step-2'; readonly update: Uint8Array }
  /** A change as it is made. A document frame. */
  | { readonly is: 'update'; readonly update: Uint8Array }
  | { readonly is: 'awareness'; readonly update: Uint8Array }
  | { readonly is: 'denied'; readonly reason: string }
  | { readonly is: 'query-awareness' }
  /** All document frames of this connection up to this one are durable, except refused ones. */
  | { readonly is: 'acknowledged'; readonly through: number }
  | { readonly is: 'refused'; readonly frame: number; readonly reason: string }
  /** "What is the hash of the document as you have it?" */
  | { readonly is: 'hash-question'; readonly question: number }
  | { readonly is: 'hash-answer'; readonly question: number; readonly hash: string };

/** Bytes that are no message, and what is wrong with them. */
export interface MalformedFrame {
  readonly is: 'malformed';
  readonly found: string;
}

/** Reads one message. Never throws. The byte arrays in it are views into `bytes`, not copies. */
export function decodeFrame(bytes: Uint8Array): Frame | MalformedFrame {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readFrame(decoder);
    if (frame.is !== 'malformed' && decoding.hasContent(decoder))
      return malformed(`${bytes.length - decoder.pos} bytes after a complete ${frame.is} message`);
    return frame;
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
}

function readFrame(decoder: decoding.Decoder): Frame | MalformedFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageType.sync:
      return readSync(decoder);
    case messageType.awareness:
      return { is: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case messageType.auth:
      if (decoding.readVarUint(decoder) !== 0) return malformed('an unknown auth message');
      return { is: 'denied', reason: decoding.readVarString(decoder) };
    case messageType.queryAwareness:
      return { is: 'query-awareness' };
    case messageType.acknowledged:
      return { is: 'acknowledged', through: decoding.readVarUint(decoder) };
    case messageType.refused: {
      const frame = decoding.readVarUint(decoder);
      return { is: 'refused', frame, reason: decoding.readVarString(decoder) };
    }
    case messageType.hashQuestion:
      return { is: 'hash-question', question: decoding.readVarUint(decoder) };
    case messageType.hashAnswer: {
      const question = decoding.readVarUint(decoder);
      return { is: 'hash-answer', question, hash: decoding.readVarString(decoder) };
    }
    default:
      return malformed(`unknown message type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): Frame | MalformedFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case syncType.step1:
      return { is: 'sync-step-1', stateVector: decoding.readVarUint8Array(decoder) };
    case syncType.step2:
      return { is: 'sync-step-2', update: decoding.readVarUint8Array(decoder) };
    case syncType.update:
      return { is: 'update', update: decoding.readVarUint8Array(decoder) };
    default:
      return malformed(`unknown sync message type ${type}`);
  }
}

/** Writes one message. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => writeFrame(encoder, frame));
}

function writeFrame(encoder: encoding.Encoder, frame: Frame): void {
  switch (frame.is) {
    case 'sync-step-1':
      return writeBytes(encoder, [messageType.sync, syncType.step1], frame.stateVector);
    case 'sync-step-2':
      return writeBytes(encoder, [messageType.sync, syncType.step2], frame.update);
    case 'update':
      return writeBytes(encoder, [messageType.sync, syncType.update], frame.update);
    case 'awareness':
      return writeBytes(encoder, [messageType.awareness], frame.update);
    case 'denied':
      writeNumbers(encoder, [messageType.auth, 0]);
      return encoding.writeVarString(encoder, frame.reason);
    case 'query-awareness':
      return writeNumbers(encoder, [messageType.queryAwareness]);
    case 'acknowledged':
      return writeNumbers(encoder, [messageType.acknowledged, frame.through]);
    case 'refused':
      writeNumbers(encoder, [messageType.refused, frame.frame]);
      return encoding.writeVarString(encoder, frame.reason);
    case 'hash-question':
      return writeNumbers(encoder, [messageType.hashQuestion, frame.question]);
    case 'hash-answer':
      writeNumbers(encoder, [messageType.hashAnswer, frame.question]);
      return encoding.writeVarString(encoder, frame.hash);
    default:
      return unreachable(frame);
  }
}

function writeBytes(
  encoder: encoding.Encoder,
  numbers: readonly number[],
  bytes: Uint8Array,
): void {
  writeNumbers(encoder, numbers);
  encoding.writeVarUint8Array(encoder, bytes);
}

function writeNumbers(encoder: encoding.Encoder, numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number);
}

const malformed = (found: string): MalformedFrame => ({ is: 'malformed', found });

/** No presence at all: sent into silence so that stock clients, which give up after 30 s, stay. */
export const heartbeat = encodeFrame({ is: 'awareness', update: new Uint8Array([0]) });
