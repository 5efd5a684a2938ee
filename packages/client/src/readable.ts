/**
 * A value that changes over time and can be watched; the shape that React's `useSyncExternalStore`
 * takes. The value is replaced, never altered, so `get` answers the same object until it changes.
 */
export interface Readable<Value> {
  get(): Value;
  /** Calls back after each change, until the returned function is called. */
  subscribe(changed: () => void): () => void;
}

/** A {@link Readable} whose owner sets it. */
export class Settable<Value> implements Readable<Value> {
  private value: Value;
  private readonly watchers = new Set<() => void>();
  private readonly isSame: (a: Value, b: Value) => boolean;

  /** @param isSame tells when a value that is set changes nothing; watchers then hear nothing. */
  constructor(value: Value, isSame: (a: Value, b: Value) => boolean = Object.is) {
    this.value = value;
    this.isSame = isSame;
  }

  readonly get = (): Value => this.value;

  set(value: Value): void {
    if (this.isSame(this.value, value)) return;
    this.value = value;
    for (const watcher of this.watchers) watcher();
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  };
}
