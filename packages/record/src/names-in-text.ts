import type { Group, Seat, SeatId, Session } from '@reportback/domain';
import type { WorkshopRecord } from './record.ts';
import { type WrittenText, writtenTexts } from './written-texts.ts';

/** A name that the attribution withholds, and that somebody wrote into a text. */
export interface NameInText {
  /** The name or the part of it that was found. */
  readonly name: string;
  /** Whose it is; null for the name of a table. */
  readonly seat: SeatId | null;
  readonly where: WrittenText;
}

/** Shorter parts of names are words of many languages. */
const shortestPart = 3;

/**
 * Where texts tell what the record's attribution withholds: under `by-name` those who did not agree to be named, else
 * everybody, and under `none` the tables' names too. Given names and family names count alone: people at a
 * table rarely write both. It warns, and leaves the decision to a person: “Grace” may be a word.
 * @param seats with the names that the record itself does not hold
 * @param sessions with the names that tables have in them
 */
export function namesInText(
  record: WorkshopRecord,
  seats: readonly Seat[],
  groups: readonly Group[],
  sessions: readonly Pick<Session, 'tables'>[] = [],
): readonly NameInText[] {
  const people = seats
    .filter((seat) => record.attribution !== 'by-name' || !seat.consent)
    .flatMap((seat) => namesOf(seat).map((name) => ({ name, seat: seat.id })));
  const tables =
    record.attribution === 'none'
      ? tableNames(groups, sessions).map((name) => ({ name, seat: null }))
      : [];
  const wanted = [...people, ...tables].map((each) => ({ ...each, pattern: asWord(each.name) }));
  return writtenTexts(record).flatMap((where) => {
    const found = wanted.filter(({ pattern }) => pattern.test(where.text.normalize('NFC')));
    // A part of a name is not told again where the whole of it was found.
    const told = found.filter(
      (each) =>
        !found.some(
          (other) =>
            other.seat === each.seat &&
            other.name.length > each.name.length &&
            other.name.includes(each.name),
        ),
    );
    return told.map(({ name, seat }) => ({ name, seat, where }));
  });
}

/** What tables are called, in the workshop or in one of its sessions. */
function tableNames(
  groups: readonly Group[],
  sessions: readonly Pick<Session, 'tables'>[],
): readonly string[] {
  const usual = groups.flatMap((group) => [group.name, `Table ${group.number}`]);
  const others = sessions.flatMap(({ tables }) => Object.values(tables?.names ?? {}));
  return [...new Set([...usual, ...others])].filter((name) => name !== '');
}

/** The whole name, how it is cited, and their parts. */
function namesOf(seat: Seat): readonly string[] {
  const whole = [seat.name, seat.citeAs].map((name) => name.normalize('NFC').trim());
  const parts = whole.flatMap((name) =>
    name.split(/[\s.,]+/u).filter((part) => [...part].length >= shortestPart),
  );
  return [...new Set([...whole, ...parts])].filter((name) => [...name].length > 1);
}

/** The name between letters that are none; scripts that write no spaces are searched inside of words. */
function asWord(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(name)
    ? new RegExp(literal, 'u')
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${literal}(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}
