import { type ConnectSocket, type Random, TestClient } from '@reportback/sync/testing';
import type { Frame } from '@reportback/sync/wire';
import * as Y from 'yjs';

/** What was in the document when a document frame was sent. */
interface Sent {
  readonly isWhole: boolean;
  readonly clock: number;
}

/** Somebody who edits over connections that fail, and remembers what was acknowledged. */
export class Person {
  readonly name: string;
  readonly client: NotingClient;
  mayWrite = true;
  /** So many of the clocks of this one's Yjs client were called saved. */
  promised = 0;

  constructor(name: string, client: number) {
    const doc = new Y.Doc();
    doc.clientID = client;
    this.name = name;
    this.client = new NotingClient(doc);
  }

  get doc(): Y.Doc {
    return this.client.doc;
  }

  connect(door: ConnectSocket): void {
    this.client.frames.length = 0;
    this.client.connect(door);
  }

  cut(): void {
    this.noteAcknowledged();
    if (this.client.isConnected) this.client.pair.cut();
  }

  /** Holds up a direction of the connection, lets a part through, or all. */
  disturb(random: Random): void {
    if (!this.client.isConnected) return;
    const direction = random.pick(['up', 'down'] as const);
    const { pair } = this.client;
    const choice = random.below(3);
    if (choice === 0) pair.stall(direction);
    else if (choice === 1) pair.flow(direction);
    else pair.deliver(direction, 1 + random.below(3));
  }

  /** Takes note of the promises that have come. */
  noteAcknowledged(): void {
    const { frames, acknowledged, refused } = this.client;
    let isContinuous = false;
    for (let number = 1; number <= acknowledged; number++) {
      const frame = frames[number - 1];
      if (frame === undefined) break;
      // After a refusal only a whole state says again what the server has.
      if (refused.has(number)) isContinuous = false;
      else if (frame.isWhole) isContinuous = true;
      if (isContinuous) this.promised = Math.max(this.promised, frame.clock);
    }
  }
}

/** A client that remembers what each of its document frames carried. */
class NotingClient extends TestClient {
  readonly frames: Sent[] = [];

  override send(frame: Frame): void {
    const before = this.sent;
    super.send(frame);
    if (this.sent > before) {
      const clock = Y.getState(this.doc.store, this.doc.clientID);
      this.frames.push({ isWhole: frame.is === 'sync-step-2', clock });
    }
  }
}
