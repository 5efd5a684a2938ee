/** What a struct of an update names to say where it belongs. */
export type Anchor =
  /** A root, or nothing, as what was deleted does. */
  | 'none'
  /** A struct beside it: it lies in what that one lies in. */
  | 'neighbour'
  /** The type that it lies in. */
  | 'parent';

/** `gone` is what was deleted and forgotten, or skipped: nothing can lie in it or beside it. */
export type StructKind = 'gone' | 'content' | 'type';

const anchors: readonly Anchor[] = ['none', 'neighbour', 'parent'];
const kinds: readonly StructKind[] = ['gone', 'content', 'type'];

/** Numbers for each struct: kind, client, clock, length, anchor, and the client and clock of that. */
const width = 7;

/**
 * Where the structs of an update claim to belong, as plain numbers: twenty thousand of them take a megabyte
 * and no time, where as many of Yjs' types keep the garbage collector busy. Numbered from 0 in the order written.
 */
export class StructPlaces {
  readonly #numbers: number[] = [];

  /** Structs have to be added with clients descending, and with clocks ascending for each. */
  add(
    kind: StructKind,
    client: number,
    clock: number,
    length: number,
    anchor: Anchor,
    anchorClient: number,
    anchorClock: number,
  ): void {
    this.#numbers.push(
      kinds.indexOf(kind),
      client,
      clock,
      length,
      anchors.indexOf(anchor),
      anchorClient,
      anchorClock,
    );
  }

  get count(): number {
    return this.#numbers.length / width;
  }

  kind(struct: number): StructKind {
    return kinds[this.#at(struct, 0)] ?? 'gone';
  }

  client(struct: number): number {
    return this.#at(struct, 1);
  }

  clock(struct: number): number {
    return this.#at(struct, 2);
  }

  anchor(struct: number): Anchor {
    return anchors[this.#at(struct, 4)] ?? 'none';
  }

  anchorClient(struct: number): number {
    return this.#at(struct, 5);
  }

  anchorClock(struct: number): number {
    return this.#at(struct, 6);
  }

  /** The struct that holds a client's clock, unless it is gone or not in this update. */
  find(client: number, clock: number): number | undefined {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [theirs, from] = [this.client(middle), this.clock(middle)];
      if (theirs > client || (theirs === client && from + this.#at(middle, 3) <= clock))
        low = middle + 1;
      else if (theirs < client || from > clock) high = middle - 1;
      else return this.kind(middle) === 'gone' ? undefined : middle;
    }
    return undefined;
  }

  #at(struct: number, place: number): number {
    return this.#numbers[struct * width + place] ?? 0;
  }
}
