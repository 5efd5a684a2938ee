import { type Block, type GroupId, type Inline, plainText, type SeatId } from '@reportback/domain';
import {
  type CorrectedPart,
  type Correction,
  emptyCard,
  emptyPlenary,
  type GroupWork,
  type RecordedPlenary,
  type RecordedSession,
  type WorkshopRecord,
} from './record.ts';
import { blockTexts } from './written-texts.ts';

/** Who wrote in a part of the record since corrections began, and when last. */
export interface Hand {
  readonly seat: SeatId;
  readonly at: number;
}

/** Finds the hands behind a part: those in its document, or those of the plenary's commands. */
export type HandsOf = (
  session: RecordedSession,
  group: GroupId | null,
  part: CorrectedPart,
) => readonly Hand[];

/** One part of the record: its lines as people read them, and the value that tells whether it changed at all. */
interface Part {
  readonly part: CorrectedPart;
  readonly lines: readonly string[];
  readonly value: unknown;
}

/**
 * What differs between a record and the one that was kept when corrections began, part by part. Corrections that the kept one
 * holds already, because it was imported, come first.
 */
export function corrections(
  baseline: WorkshopRecord,
  now: WorkshopRecord,
  handsOf: HandsOf,
): readonly Correction[] {
  const before = new Map(baseline.sessions.map((session) => [session.id, session]));
  const found = now.sessions.flatMap((session): readonly Correction[] => {
    const old = before.get(session.id);
    const works = new Map(old?.groups.map((work) => [work.group, work]));
    const of = (group: GroupId | null, was: readonly Part[], is: readonly Part[]) =>
      is.flatMap((part, index) =>
        corrected(session, group, was[index], part, handsOf(session, group, part.part)),
      );
    return [
      ...session.groups.flatMap((work) =>
        of(work.group, workParts(works.get(work.group) ?? nothing, baseline), workParts(work, now)),
      ),
      ...of(null, plenaryParts(old?.plenary ?? emptyPlenary), plenaryParts(session.plenary)),
    ];
  });
  return [...baseline.corrections, ...found];
}

const nothing: Pick<GroupWork, 'card' | 'note'> = { card: emptyCard, note: [] };

function corrected(
  { id }: RecordedSession,
  group: GroupId | null,
  was: Part | undefined,
  { part, lines, value }: Part,
  hands: readonly Hand[],
): readonly Correction[] {
  if (JSON.stringify(was?.value) === JSON.stringify(value)) return [];
  const old = was?.lines ?? [];
  return [
    {
      session: id,
      group,
      part,
      before: without(old, lines),
      after: without(lines, old),
      by: [...new Set(hands.map(({ seat }) => seat))].toSorted((a, b) => (a < b ? -1 : 1)),
      at: hands.length === 0 ? null : Math.max(...hands.map(({ at }) => at)),
    },
  ];
}

function workParts(
  { card, note }: Pick<GroupWork, 'card' | 'note'>,
  { people }: WorkshopRecord,
): readonly Part[] {
  const reporter = people.find(({ id }) => id === card.reporter);
  const texts = (all: readonly (readonly Inline[])[]) =>
    all.map((each) => plainText(each)).filter((text) => text !== '');
  const written = (part: CorrectedPart, content: readonly Inline[]): Part => ({
    part,
    lines: texts([content]),
    value: content,
  });
  return [
    written('headline', card.headline),
    {
      part: 'points',
      lines: texts(card.points.map(({ text }) => text)),
      value: card.points.map(({ id, text }) => ({ id, text })),
    },
    written('ask', card.ask),
    written('dissent', card.dissent),
    {
      part: 'reporter',
      lines: card.reporter === null ? [] : [reporter?.name ?? 'somebody who is not named'],
      value: card.reporter,
    },
    notePart('note', note),
  ];
}

function plenaryParts({ note, findings, actions }: RecordedPlenary): readonly Part[] {
  return [
    notePart('plenary note', note),
    {
      part: 'findings',
      lines: findings.flatMap(({ name, statement }) =>
        statement === '' ? [name] : [`${name}: ${statement}`],
      ),
      value: findings.map(({ id, name, statement, points }) => [id, name, statement, points]),
    },
    {
      part: 'actions',
      lines: actions.map(({ text, owner, due }) =>
        [text, owner, due].filter((each) => each !== '').join(', '),
      ),
      value: actions,
    },
  ];
}

function notePart(part: CorrectedPart, note: readonly Block[]): Part {
  return { part, lines: blockTexts(note).filter((line) => line !== ''), value: note };
}

/** The lines that another text lacks; of equal ones as many as are more. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return lines.filter((line) => {
    const number = left.get(line) ?? 0;
    left.set(line, number - 1);
    return number <= 0;
  });
}
