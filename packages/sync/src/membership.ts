import type { Connection } from './connection.ts';

/** The connections of a room, and which of them have something to be sent. */
export class Membership {
  readonly connections = new Set<Connection>();
  readonly #outgoing = new Set<Connection>();

  add(connection: Connection): void {
    this.connections.add(connection);
  }

  /** False when it was no member. */
  remove(connection: Connection): boolean {
    if (!this.connections.delete(connection)) return false;
    this.#outgoing.delete(connection);
    return true;
  }

  noteOutgoing(connection: Connection): void {
    this.#outgoing.add(connection);
  }

  /** Sends what is queued, one write each. Returns those who take it too slowly. */
  flush(): readonly Connection[] {
    if (this.#outgoing.size === 0) return [];
    const behind: Connection[] = [];
    for (const connection of this.#outgoing) {
      if (connection.flush() && !connection.lagging) behind.push(connection);
    }
    this.#outgoing.clear();
    return behind;
  }
}
