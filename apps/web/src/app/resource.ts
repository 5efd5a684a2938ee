import { type Readable, Settable } from '@reportback/client/readable';
import { useSyncExternalStore } from 'react';
import type { Answer, Loadable } from './answer.ts';

/**
 * Something of the server's that pages show: fetched when the first one looks, shared by the others, and
 * fetched anew when a page comes back to it, while what was known stays on the screen.
 */
export class Resource<Value> implements Readable<Loadable<Value>> {
  readonly #state = new Settable<Loadable<Value>>({ is: 'loading' });
  readonly #load: () => Promise<Answer<Value>>;
  #watchers = 0;
  #calls = 0;

  /** @param load asks the server; a refusal is a value, so it never rejects */
  constructor(load: () => Promise<Answer<Value>>) {
    this.#load = load;
  }

  readonly get = (): Loadable<Value> => this.#state.get();

  readonly subscribe = (changed: () => void): (() => void) => {
    const stop = this.#state.subscribe(changed);
    this.#watchers += 1;
    if (this.#watchers === 1) void this.refresh();
    return () => {
      stop();
      this.#watchers -= 1;
    };
  };

  /** Asks anew. Without an answer what was known stays; a refusal replaces it. */
  readonly refresh = async (): Promise<void> => {
    this.#calls += 1;
    const call = this.#calls;
    const answer = await this.#load();
    // A later call knows better.
    if (call !== this.#calls) return;
    if (answer.is === 'silent' && this.get().is === 'answer') return;
    this.#state.set(answer);
  };

  /** Takes over what another call answered, such as the seat that was just taken. */
  readonly set = (value: Value): void => {
    this.#calls += 1;
    this.#state.set({ is: 'answer', value });
  };
}

/** A {@link Resource} or a feed in a component: renders anew when it changes. */
export function useReadable<Value>(readable: Readable<Value>): Value {
  return useSyncExternalStore(readable.subscribe, readable.get);
}
