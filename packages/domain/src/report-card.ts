import { type CardTemplate, usualTemplate } from './card-template.ts';
import type { Inline } from './content.ts';
import { plainText } from './content.ts';
import type { BlockId, PointId, SeatId } from './ids.ts';

/** What a group brings to the plenary. Absent texts are empty runs, never null. */
export interface ReportCard {
  readonly headline: readonly Inline[];
  /** In the order in which they are shown. */
  readonly points: readonly Point[];
  readonly ask: readonly Inline[];
  readonly dissent: readonly Inline[];
  readonly reporter: SeatId | null;
  readonly scribe: SeatId | null;
  /** The group said that it is done. */
  readonly ready: boolean;
}

/** One key point; its id is for life, through edits, moves and the export. */
export interface Point {
  readonly id: PointId;
  readonly text: readonly Inline[];
  /** The note block that it was made from, when that block still exists. */
  readonly source: BlockId | null;
}

/** Longest headline, in characters, that stands on two lines of the board at eight tables. */
export const headlineThatFits = 66;

export type MissingFromCard = 'headline' | 'points' | 'reporter';

/**
 * What a group still has to fill in before its card can be presented, in the order of the card. Asks and dissent are
 * never missing: there need be none.
 */
export function missingFromCard(
  card: ReportCard,
  template: CardTemplate = usualTemplate,
): readonly MissingFromCard[] {
  const missing: MissingFromCard[] = [];
  if (plainText(card.headline) === '') missing.push('headline');
  if (template.points !== '' && !card.points.some((point) => plainText(point.text) !== ''))
    missing.push('points');
  if (card.reporter === null) missing.push('reporter');
  return missing;
}
