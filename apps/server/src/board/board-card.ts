import { noteIsEmpty, projectCard } from '@reportback/document/project';
import {
  type BoardCard,
  type Group,
  plainText,
  type ReportCard,
  type Seat,
  type SeatId,
  type SignedCard,
} from '@reportback/domain';
import type * as Y from 'yjs';
import { cardFingerprint } from '../workshops/card-fingerprint.ts';

/** What the board needs to know of one group's document. */
export interface GroupWork {
  readonly card: ReportCard;
  /** Whether anything is written, on the card or in the note. */
  readonly isBegun: boolean;
  /** Whether there is a document, and it cannot be read. */
  readonly isDamaged: boolean;
}

/** A pure function of the document. The note is looked at only while the card is empty. */
export function projectGroupWork(doc: Y.Doc): GroupWork {
  const card = projectCard(doc);
  return { card, isBegun: !isEmptyCard(card) || !noteIsEmpty(doc), isDamaged: false };
}

/** A document that is not there yet. */
export const noWork: GroupWork = {
  card: {
    headline: [],
    points: [],
    ask: [],
    dissent: [],
    reporter: null,
    scribe: null,
    ready: false,
  },
  isBegun: false,
  isDamaged: false,
};

/** A document that cannot be read. */
export const damagedWork: GroupWork = { ...noWork, isDamaged: true };

function isEmptyCard({ headline, points, ask, dissent }: ReportCard): boolean {
  return [headline, ask, dissent, ...points.map(({ text }) => text)].every(
    (text) => plainText(text) === '',
  );
}

/**
 * A group's card as the board shows it.
 * @param people how many are with the table
 * @param signed the card that the table stands by
 */
export function boardCard(
  group: Group,
  { card, isBegun, isDamaged }: GroupWork,
  seats: ReadonlyMap<SeatId, Seat>,
  people: number,
  signed: SignedCard | null = null,
): BoardCard {
  return {
    group: group.id,
    number: group.number,
    name: group.name,
    headline: plainText(card.headline),
    points: card.points
      .map(({ id, text }) => ({ id, text: plainText(text) }))
      .filter(({ text }) => text !== ''),
    ask: plainText(card.ask),
    dissent: plainText(card.dissent),
    reporter: card.reporter === null ? null : (seats.get(card.reporter)?.name ?? null),
    state: card.ready ? 'ready' : isBegun ? 'writing' : 'empty',
    signedOff: signed === null ? 'no' : signed.card === cardFingerprint(card) ? 'yes' : 'changed',
    people,
    ...(isDamaged && { damaged: true }),
  };
}
