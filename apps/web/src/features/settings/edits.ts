/* What somebody typed over values that others may change at the same time. */

/** What was typed, and what stood in each of these fields when its typing began. */
export interface Edits<Values> {
  readonly typed: Partial<Values>;
  readonly seen: Partial<Values>;
}

/** What of the typed differs from what the server has. */
export function typedOver<Values extends object>(
  values: Values,
  typed: Partial<Values>,
): Partial<Values> {
  const differing = fieldsOf(typed).filter((field) => !isSame(typed[field], values[field]));
  return differing.reduce<Partial<Values>>(
    (changed, field) => ({ ...changed, [field]: typed[field] }),
    {},
  );
}

/** The fields that somebody else changed since the typing began, and to something else than was typed here. */
export function conflictsOf<Values extends object>(
  values: Values,
  typed: Partial<Values>,
  seen: Partial<Values>,
): readonly (keyof Values & string)[] {
  return fieldsOf(typed).filter(
    (field) => !isSame(values[field], seen[field]) && !isSame(values[field], typed[field]),
  );
}

/**
 * What stays to be saved once `sent` was, with what was seen in it: fields that were typed in while the call was under way. For
 * these, what was sent is what stands there now.
 */
export function typedSince<Values extends object>(
  sent: Partial<Values>,
  typed: Partial<Values>,
  seen: Partial<Values>,
): Edits<Values> {
  const left = fieldsOf(typed).filter(
    (field) => !(field in sent) || !isSame(typed[field], sent[field]),
  );
  const only = (values: Partial<Values>) =>
    left.reduce<Partial<Values>>(
      (taken, field) => (field in values ? { ...taken, [field]: values[field] } : taken),
      {},
    );
  return { typed: only(typed), seen: only({ ...seen, ...sent }) };
}

/** All but one field. */
export function withoutField<Values extends object>(
  values: Partial<Values>,
  field: keyof Values & string,
): Partial<Values> {
  const { [field]: _, ...others } = values;
  return others as Partial<Values>;
}

function fieldsOf<Values extends object>(values: Partial<Values>): (keyof Values & string)[] {
  return Object.keys(values) as (keyof Values & string)[];
}

/** Values are texts, numbers, or plain objects of them whose keys stand in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(
    typeof value === 'object' && value !== null ? Object.entries(value).toSorted() : [value],
  );
}
