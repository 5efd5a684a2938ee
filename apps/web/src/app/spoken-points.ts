import {
  type BoardCard,
  type FeedPlenary,
  firstSaid,
  type Plenary,
  type PointId,
  type PointVoices,
  samePoints,
} from '@reportback/domain';

/** A point, and the table on whose card it is. */
export interface SpokenPoint {
  readonly id: PointId;
  readonly text: string;
  readonly card: BoardCard;
}

/** All points of a session that have words, in the order of their tables. */
export function spokenPoints(cards: readonly BoardCard[]): readonly SpokenPoint[] {
  return cards.flatMap((card) =>
    card.points.filter(({ text }) => text !== '').map(({ id, text }) => ({ id, text, card })),
  );
}

/**
 * Points that count as one: the one that stands for all, and those that were joined to it. Points that are
 * on no card any more are left out.
 */
export interface PointFamily {
  readonly first: SpokenPoint;
  readonly others: readonly SpokenPoint[];
}

/** The points of a session with those that say the same together, each family where its first stands. */
export function families(plenary: Plenary, points: readonly SpokenPoint[]): readonly PointFamily[] {
  const known = new Map(points.map((point) => [point.id, point]));
  return points.flatMap((point) => {
    const all = samePoints(plenary, point.id).flatMap((id) => known.get(id) ?? []);
    const [first, ...others] = all;
    return first === point ? [{ first, others }] : [];
  });
}

/** The other tables that have said the same as a point, by number. */
export function alsoSaidBy(
  plenary: Plenary,
  cards: readonly BoardCard[],
  point: PointId,
): readonly BoardCard[] {
  const same = samePoints(plenary, point).filter((id) => id !== point);
  return cards.filter((card) => card.points.some(({ id }) => same.includes(id)));
}

/** Whether a point was joined to another one, which stands for both. */
export function isJoined(plenary: Plenary, point: PointId): boolean {
  return firstSaid(plenary, point) !== point;
}

/** How many, in all, said something about points that count as one. */
export interface VoiceCounts {
  readonly usToo: number;
  readonly questions: number;
  readonly objections: number;
}

export function countVoices(
  { voices }: Pick<FeedPlenary, 'voices'>,
  points: readonly PointId[],
): VoiceCounts {
  const heard = voices.filter(({ point }) => points.includes(point));
  const sum = (count: (one: PointVoices) => number) =>
    heard.reduce((total, one) => total + count(one), 0);
  return {
    usToo: sum(({ usToo }) => usToo),
    questions: sum(({ questions }) => questions.length),
    objections: sum(({ objections }) => objections.length),
  };
}

/** “2 questions”, “1 objection”; what nobody said is left out. */
export function remarkWords({ questions, objections }: VoiceCounts): readonly string[] {
  return [
    questions > 0 ? `${questions} ${questions === 1 ? 'question' : 'questions'}` : '',
    objections > 0 ? `${objections} ${objections === 1 ? 'objection' : 'objections'}` : '',
  ].filter((words) => words !== '');
}

/** “+9 us too, 2 questions”, or nothing. */
export function voiceWords(counts: VoiceCounts): string {
  return [counts.usToo > 0 ? `+${counts.usToo} us too` : '', ...remarkWords(counts)]
    .filter((words) => words !== '')
    .join(', ');
}
