import { NotAnId, parseBlockId, parsePointId, parseSeatId } from '@reportback/domain';

/** What a shared document holds may have been written by anybody: an id of another shape is no id. */
function orNull<Id>(parse: (text: string) => Id): (value: unknown) => Id | null {
  return (value) => {
    if (typeof value !== 'string') return null;
    try {
      return parse(value);
    } catch (error) {
      if (error instanceof NotAnId) return null;
      throw error;
    }
  };
}

export const readBlockId = orNull(parseBlockId);
export const readPointId = orNull(parsePointId);
export const readSeatId = orNull(parseSeatId);

/** A whole number between two bounds, or the lower bound for anything that is no number. */
export function readCount(value: unknown, least: number, most: number): number {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return least;
  return Math.min(most, Math.max(least, Math.trunc(number)));
}
