import { isDeepStrictEqual } from 'node:util';

/** Something with the version in which it last changed. */
export interface Versioned<Value> {
  readonly value: Value;
  readonly changedIn: number;
}

/** The former one where nothing differs; else the value as of this version. */
export function taken<Value>(
  value: Value,
  before: Versioned<Value> | undefined,
  version: number,
): Versioned<Value> {
  return before !== undefined && isDeepStrictEqual(value, before.value)
    ? before
    : { value, changedIn: version };
}

/** A list, each entry by itself. @param keyOf tells entries apart, whatever their place */
export function takenList<Value>(
  values: readonly Value[],
  before: readonly Versioned<Value>[],
  keyOf: (value: Value) => string,
  version: number,
): readonly Versioned<Value>[] {
  const known = new Map(before.map((one) => [keyOf(one.value), one]));
  return values.map((value) => taken(value, known.get(keyOf(value)), version));
}

export function valuesOf<Value>(list: readonly Versioned<Value>[]): readonly Value[] {
  return list.map(({ value }) => value);
}

/** The entries that changed after a version. */
export function changedSince<Value>(
  list: readonly Versioned<Value>[],
  version: number,
): readonly Value[] {
  return valuesOf(list.filter(({ changedIn }) => changedIn > version));
}
