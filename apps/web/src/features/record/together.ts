import type { Readable } from '@reportback/client/readable';

/**
 * Several readables as one whose value is the list of theirs. The list stays the same object until one
 * of them changes.
 */
export function together<Value>(all: readonly Readable<Value>[]): Readable<readonly Value[]> {
  let values = all.map((each) => each.get());
  return {
    get: () => {
      const now = all.map((each) => each.get());
      if (now.some((value, index) => value !== values[index])) values = now;
      return values;
    },
    subscribe: (changed) => {
      const stops = all.map((each) => each.subscribe(changed));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
