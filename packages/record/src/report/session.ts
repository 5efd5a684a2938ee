import type { RecordedFinding, RecordedSession, WorkshopRecord } from '../record.ts';
import { anchorOf } from './anchors.ts';
import { cardSection, pointLabel } from './cards.ts';
import { steppedHeadings } from './heading-steps.ts';
import {
  type Entry,
  line,
  lines,
  type Part,
  type Section,
  type Span,
  said,
  section,
  see,
  words,
  written,
} from './part.ts';
import { byVotes, groupOf, groupsBehind, type SourceIndex } from './source-index.ts';
import { count, dayName, listing, shortName, timeSpan } from './wording.ts';

/**
 * A session's chapter: prompt, findings, cards, plenary discussion, actions, and the points that no finding
 * takes up.
 * @param level of the sections inside the chapter
 */
export function sessionParts(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
  level: 2 | 3,
): readonly Part[] {
  const below = level === 2 ? 3 : 4;
  const id = session.id;
  return [
    line('meta', words(sessionTimes(session))),
    ...lines('prompt', session.prompt),
    ...absentTables(record, index, session),
    section(level, `findings-${id}`, 'Findings', findings(record, index, session)),
    section(
      level,
      `cards-${id}`,
      'Report cards',
      session.groups.map((work) => cardSection(record, index, session, work, below)),
    ),
    section(
      level,
      anchorOf.plenary(id),
      'Plenary discussion',
      discussion(record, index, session, level),
    ),
    ...actions(record, session, level),
    ...uncovered(record, index, session, level),
  ];
}

/** The tables that did not sit in a session, where tables may be told apart. */
function absentTables(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
): readonly Part[] {
  const told = new Set(session.groups.map(({ group }) => group));
  const absent = session.tables?.out.filter((id) => !told.has(id)) ?? [];
  if (absent.length === 0 || record.attribution === 'none') return [];
  const names = absent.map((id) => shortName(record, groupOf(index, id)));
  return [line('meta', words(`Not in this session: ${listing(names)}.`))];
}

/** “Monday 15 September 2025, 11:00 to 12:30, report-back 12:00”. */
export function sessionTimes(session: RecordedSession): string {
  return [
    session.date === null ? null : dayName(session.date),
    timeSpan(session.start, session.end),
    session.reportBack === null ? null : `report-back ${session.reportBack}`,
  ]
    .filter((each) => each !== null)
    .join(', ');
}

function findings(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
): readonly Part[] {
  const found = byVotes(session.plenary.findings);
  if (found.length === 0) return [line('gap', words('The plenary recorded no findings.'))];
  const entries = found.map(
    (finding): Entry => ({
      anchor: anchorOf.finding(finding.id),
      content: [said(finding.name, { kind: 'bold' })],
      details: [
        ...(finding.statement === '' ? [] : [[said(finding.statement)]]),
        [words(raisedBy(record, index, finding))],
        ...finding.points.flatMap((id): readonly (readonly Span[])[] => {
          const source = index.points.get(id);
          if (source === undefined) return [];
          return [
            [
              see(anchorOf.point(id), pointLabel(record, source)),
              words(': '),
              written(source.point.text),
            ],
          ];
        }),
      ],
    }),
  );
  return [{ kind: 'entries', numbered: true, entries }];
}

/** “17 votes, raised by Tables 2 and 4”; where tables are withheld, how many. */
export function raisedBy(
  record: WorkshopRecord,
  index: SourceIndex,
  finding: RecordedFinding,
): string {
  const groups = groupsBehind(finding, index);
  const votes = count(finding.votes, 'vote');
  if (groups.length === 0) return `${votes}, from no card`;
  if (record.attribution === 'none') return `${votes}, raised by ${count(groups.length, 'table')}`;
  const numbers = listing(groups.map(({ number }) => String(number)));
  return `${votes}, raised by ${groups.length === 1 ? 'Table' : 'Tables'} ${numbers}`;
}

function discussion(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
  level: 2 | 3,
): readonly Part[] {
  const { heard, note } = session.plenary;
  const parts: Part[] = [];
  if (heard.length > 0) {
    const names = heard.map((id) => shortName(record, groupOf(index, id)));
    parts.push(line('meta', words(`In the order of reporting: ${listing(names)}.`)));
  }
  parts.push(
    note.length === 0
      ? line('gap', words('No notes of the plenary.'))
      : {
          kind: 'written',
          blocks: steppedHeadings(note),
          level,
          anchors: anchorOf.plenary(session.id),
        },
  );
  return parts;
}

function actions(
  record: WorkshopRecord,
  session: RecordedSession,
  level: 2 | 3,
): readonly Section[] {
  const { actions: items } = session.plenary;
  if (items.length === 0) return [];
  const named = record.attribution === 'by-name';
  return [
    section(level, `actions-${session.id}`, 'Actions', [
      {
        kind: 'grid',
        caption: named ? 'Actions, who takes them, and until when' : 'Actions, and until when',
        columns: ['Action', ...(named ? ['Who'] : []), 'Due'],
        rows: items.map((action) => [
          [said(action.text)],
          ...(named ? [[words(action.owner === '' ? 'nobody named' : action.owner)]] : []),
          [words(action.due === '' ? 'no date' : dayName(action.due))],
        ]),
      },
    ]),
  ];
}

function uncovered(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
  level: 2 | 3,
): readonly Section[] {
  if (session.plenary.findings.length === 0) return [];
  const entries = session.groups.flatMap((work) =>
    work.card.points
      .filter((point) => !index.findingsOfPoint.has(point.id))
      .flatMap((point): readonly Entry[] => {
        const source = index.points.get(point.id);
        if (source === undefined) return [];
        return [
          {
            anchor: null,
            content: [
              see(anchorOf.point(point.id), pointLabel(record, source)),
              words(': '),
              written(point.text),
            ],
            details: [],
          },
        ];
      }),
  );
  const parts: readonly Part[] =
    entries.length === 0
      ? [line('meta', words('Every point is in a finding.'))]
      : [{ kind: 'entries', numbered: false, entries }];
  return [section(level, `uncovered-${session.id}`, 'Points that no finding takes up', parts)];
}
