import { decodeFrame } from '@reportback/sync/wire';
import type { LoadClient } from '../language/load-client.ts';
import type { TraceEvent } from './system-calls.ts';

/** What a traced server has told its clients so far, read from the bytes that it sent. */
export class Told {
  readonly #byPort: ReadonlyMap<number, LoadClient>;
  readonly #streams = new Map<number, Buffer>();
  /** Words that were called saved. */
  readonly saved = new Set<string>();

  /** @param clients who was connected while the trace was taken, each by one connection */
  constructor(clients: readonly LoadClient[]) {
    this.#byPort = new Map(clients.map((client) => [client.localPort, client]));
  }

  take(event: TraceEvent): void {
    if (event.is !== 'sent') return;
    const client = this.#byPort.get(event.port);
    if (!client) return;
    let stream: Buffer = Buffer.concat([
      this.#streams.get(event.port) ?? Buffer.alloc(0),
      event.bytes,
    ]);
    for (let next = readMessage(stream); next; next = readMessage(stream)) {
      stream = next.rest;
      const frame = decodeFrame(next.message);
      if (frame.is === 'acknowledged')
        for (const word of client.wordsThrough(frame.through))
          this.saved.add(`${client.name}.${word}`);
    }
    this.#streams.set(event.port, stream);
  }
}

/** The first complete WebSocket message of a server's stream (RFC 6455, section 5.2), after its greeting. */
function readMessage(stream: Buffer): { message: Buffer; rest: Buffer } | null {
  if (stream.subarray(0, 4).equals(Buffer.from('HTTP'))) {
    const end = stream.indexOf('\r\n\r\n');
    return end === -1 ? null : readMessage(stream.subarray(end + 4));
  }
  if (stream.length < 2) return null;
  const short = stream.readUInt8(1);
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (stream.length < header) return null;
  const length =
    short < 126
      ? short
      : short === 126
        ? stream.readUInt16BE(2)
        : Number(stream.readBigUInt64BE(2));
  if (stream.length < header + length) return null;
  const end = header + length;
  return { message: stream.subarray(header, end), rest: stream.subarray(end) };
}
