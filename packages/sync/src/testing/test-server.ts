import type { Access, ConnectOptions } from '../connection.ts';
import { MemoryUpdateLog } from '../memory-update-log.ts';
import { type RegistryOptions, RoomRegistry } from '../room-registry.ts';
import { ControlledUpdateLog } from './controlled-update-log.ts';
import { ManualClock } from './manual-clock.ts';
import { RecordingObserver } from './recording-observer.ts';
import type { ConnectSocket } from './test-client.ts';

const nothing = new Uint8Array([0, 0]);

/** A registry with a log that can be held up and made to fail, on a clock that stands still. */
export class TestServer {
  readonly clock: ManualClock;
  readonly memory: MemoryUpdateLog;
  readonly log: ControlledUpdateLog;
  readonly observer = new RecordingObserver();
  readonly registry: RoomRegistry;
  readonly fatal: unknown[] = [];
  readonly changed: string[] = [];

  constructor(options: Partial<RegistryOptions> = {}, memory = new MemoryUpdateLog()) {
    this.memory = memory;
    this.log = new ControlledUpdateLog(memory);
    this.clock = new ManualClock();
    this.registry = new RoomRegistry({
      log: this.log,
      clock: this.clock,
      observer: this.observer,
      roots: { note: 'xml-fragment', card: 'map' },
      fatal: (error) => this.fatal.push(error),
      changed: (document) => this.changed.push(document),
      ...options,
    });
  }

  /** A server over what is left after this one was killed, or its power was cut. */
  restarted(after: 'kill' | 'power-cut', options: Partial<RegistryOptions> = {}): TestServer {
    this.log.disconnect();
    return new TestServer(
      options,
      after === 'kill' ? this.memory.killed() : this.memory.powerCut(),
    );
  }

  async make(document = 'note-1', first: Uint8Array = nothing): Promise<void> {
    await this.memory.create(document, {
      incarnation: 'life-1',
      schemaVersion: 1,
      first: { update: first, author: 'server', claims: [] },
      at: this.clock.wallTime(),
    });
    await this.memory.durable();
  }

  /** How a client of that author reaches a document; by default one that may write and wants to know. */
  door(
    author: string,
    options: Partial<ConnectOptions> & { access?: () => Access } = {},
  ): ConnectSocket {
    return (socket) =>
      this.registry.connect({
        document: 'note-1',
        socket,
        author,
        access: () => ({ read: true, write: true }),
        acknowledges: true,
        user: { id: author, name: author },
        ...options,
      });
  }
}
