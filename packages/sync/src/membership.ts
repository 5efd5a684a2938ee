import type { Connection } from './connection.ts';
import type { Author } from './ports/update-log.ts';

/** The connections of a room, whose they are, and which of them have something to be sent. */
export class Membership {
  readonly connections = new Set<Connection>();
  readonly #authors = new Map<Author, number>();
  readonly #outgoing = new Set<Connection>();

  add(connection: Connection): void {
    this.connections.add(connection);
    const { author } = connection;
    this.#authors.set(author, (this.#authors.get(author) ?? 0) + 1);
  }

  /** False when it was no member. */
  remove(connection: Connection): boolean {
    if (!this.connections.delete(connection)) return false;
    this.#outgoing.delete(connection);
    const { author } = connection;
    const left = (this.#authors.get(author) ?? 1) - 1;
    if (left === 0) this.#authors.delete(author);
    else this.#authors.set(author, left);
    return true;
  }

  has(author: Author): boolean {
    return this.#authors.has(author);
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
