import { namedIn, unreachable } from '@reportback/domain';
import { completeness } from '../completeness.ts';
import { recordHash } from '../json/json.ts';
import type { RecordedSession, WorkshopRecord } from '../record.ts';
import { type Scope, sessionsIn, wholeEvent } from '../scope.ts';
import { anchorOf, anchorsSet, mapSpans } from './anchors.ts';
import { cardSection, noteSection } from './cards.ts';
import { correctionsSection } from './corrections.ts';
import { findingsMatrixSection } from './findings-matrix.ts';
import {
  abstractSection,
  agendaSection,
  attributionSentence,
  backMatter,
  carryForwardSection,
  participantsSection,
} from './matter.ts';
import {
  type FrozenMark,
  type Highlights,
  type Report,
  type Section,
  section,
  see,
  words,
} from './part.ts';
import { raisedBy, sessionParts, sessionTimes } from './session.ts';
import { byVotes, groupOf, indexSources, type SourceIndex } from './source-index.ts';
import {
  count,
  daySpan,
  fullName,
  listing,
  momentName,
  sentence,
  sessionName,
  shortName,
} from './wording.ts';

/** What is true of one export and not of the record. */
export interface Edition {
  /** Milliseconds since 1970; null leaves the date of the draft out. */
  readonly exportedAt: number | null;
  /** Where the record can be read, or null. */
  readonly address: string | null;
}

export const undated: Edition = { exportedAt: null, address: null };

/**
 * The report of an event, a session or a table: what each format renders. Links lead only to what the
 * report holds; others become plain words.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function composeReport(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
): Report {
  const sessions = sessionsIn(record, scope);
  const index = indexSources(record);
  const report = { ...frame(record, index, scope, sessions, edition) };
  const set = anchorsSet(report);
  return mapSpans(report, (span) =>
    span.kind === 'see' && !set.has(span.anchor) ? words(span.text) : span,
  );
}

function frame(
  record: WorkshopRecord,
  index: SourceIndex,
  scope: Scope,
  sessions: readonly RecordedSession[],
  edition: Edition,
): Report {
  const { workshop } = record;
  const when = [daySpan(record), workshop.place].filter((each) => each).join(', ');
  const common = {
    notice: workshop.disclaimer,
    workshop: workshop.title,
    frozen: frozenMark(record),
    colophon: colophon(record, sessions, edition),
  };
  if (scope.group !== null) {
    const group = groupOf(index, scope.group);
    return {
      ...common,
      overline: 'Notes and report cards',
      title: fullName(record, group),
      facts: [workshop.title, when].filter((fact) => fact !== ''),
      highlights: null,
      sections: [
        ...sessions.map((session) => tableChapter(record, index, session)),
        ...correctionsSection(record, index, sessions),
      ],
    };
  }
  const [only] = sessions;
  if (scope.session !== null && only !== undefined)
    return {
      ...common,
      overline: 'Session report',
      title: sessionName(only),
      facts: [workshop.title, workshop.place, sessionTimes(only)].filter((fact) => fact !== ''),
      highlights: highlights(record, index, only),
      sections: [
        section(2, anchorOf.session(only.id), 'The session', sessionParts(record, index, only, 3)),
        notesAppendix(record, index, sessions),
        ...correctionsSection(record, index, sessions),
      ],
    };
  return {
    ...common,
    overline: 'Workshop report',
    title: workshop.title,
    facts: [when, attendance(record)].filter((fact) => fact !== ''),
    highlights: firstHighlights(record, index),
    sections: [
      abstractSection(),
      agendaSection(record),
      participantsSection(record),
      ...sessions.map((session) =>
        section(
          2,
          anchorOf.session(session.id),
          sessionName(session),
          sessionParts(record, index, session, 3),
        ),
      ),
      ...findingsMatrixSection(record, index, sessions),
      ...carryForwardSection(record, index, sessions),
      notesAppendix(record, index, sessions),
      ...correctionsSection(record, index, sessions),
      ...backMatter(record),
    ],
  };
}

/** One table in one session: its card, then its note. */
function tableChapter(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
): Section {
  return section(2, anchorOf.session(session.id), sessionName(session), [
    { kind: 'line', tone: 'meta', content: [words(sessionTimes(session))] },
    ...session.groups.flatMap((work) => [
      { ...cardSection(record, index, session, work, 3), title: 'Report card' },
      noteSection(record, index, session, work, 3, 'Notes'),
    ]),
  ]);
}

function notesAppendix(
  record: WorkshopRecord,
  index: SourceIndex,
  sessions: readonly RecordedSession[],
): Section {
  const several = sessions.length > 1;
  return section(
    2,
    'notes',
    'Appendix: notes of all tables',
    sessions.flatMap((session) =>
      session.groups.map((work) => {
        const name = fullName(record, namedIn(groupOf(index, work.group), session));
        const title = several ? `Session ${session.position}, ${name}` : name;
        return noteSection(record, index, session, work, 3, title);
      }),
    ),
  );
}

/** “43 people at 8 tables, 3 sessions”. */
function attendance(record: WorkshopRecord): string {
  return [
    `${count(record.people.length, 'person', 'people')} at ${count(record.groups.length, 'table')}`,
    count(record.sessions.length, 'session'),
  ].join(', ');
}

/** How many findings fit on the title page beside the contents. */
const highlightsThatFit = 4;

function firstHighlights(record: WorkshopRecord, index: SourceIndex): Highlights | null {
  const first = record.sessions.find((session) => session.plenary.findings.length > 0);
  return first === undefined ? null : highlights(record, index, first);
}

function highlights(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
): Highlights | null {
  const findings = byVotes(session.plenary.findings).slice(0, highlightsThatFit);
  if (findings.length === 0) return null;
  return {
    title: 'What the plenary found first',
    entries: findings.map((finding) => ({
      name: see(anchorOf.finding(finding.id), finding.name),
      detail: raisedBy(record, index, finding),
    })),
    note: `Findings of ${sessionName(session)} in the order of their votes. All of them follow in their chapters.`,
  };
}

function colophon(
  record: WorkshopRecord,
  sessions: readonly RecordedSession[],
  edition: Edition,
): readonly string[] {
  const { cards } = completeness({ ...record, sessions });
  const gaps = cards.filter((card) => card.state === 'gaps').length;
  const empty = cards.filter((card) => card.state === 'empty');
  const emptyNames = empty.map((card) => {
    const session = sessions.find((each) => each.id === card.session);
    const group = record.groups.find((each) => each.id === card.group);
    const name = group === undefined ? 'a table' : shortName(record, group);
    return `${name} in Session ${session?.position ?? '?'}`;
  });
  const signed = cards.filter((card) => card.signedOff).length;
  const state = [
    standingSentence(record, edition),
    signed === 0 ? null : `${signed} of ${count(cards.length, 'card')} signed off by their tables.`,
    gaps === 0 ? null : `${count(gaps, 'card has', 'cards have')} gaps.`,
    edition.address,
  ].filter((each) => each !== null);
  return [
    `Every point and finding links to its source. ${attributionSentence(record)}`,
    ...(emptyNames.length === 0
      ? []
      : record.attribution === 'none'
        ? [`${count(emptyNames.length, 'card is', 'cards are')} empty.`]
        : [`Empty: ${listing(emptyNames)}.`]),
    ...(state.length === 0 ? [] : [state.join(' ')]),
  ];
}

function standingSentence(record: WorkshopRecord, { exportedAt }: Edition): string | null {
  const moment = (at: number): string => momentName(at, record.workshop.timeZone);
  const { standing } = record;
  const draft = exportedAt === null ? null : `Draft of ${moment(exportedAt)}`;
  switch (standing.is) {
    case 'open':
      return draft === null ? null : `${draft}.`;
    case 'correcting':
      return `${draft ?? 'Draft'}; corrections are taken until ${moment(standing.until)}.`;
    case 'frozen':
      return [
        `Frozen on ${moment(standing.at)} as ${recordHash(record)}.`,
        standing.edition === 1 ? null : `Edition ${standing.edition}.`,
        standing.note === '' ? null : sentence(standing.note),
      ]
        .filter((each) => each !== null)
        .join(' ');
    default:
      return unreachable(standing);
  }
}

function frozenMark(record: WorkshopRecord): FrozenMark | null {
  const { standing } = record;
  if (standing.is !== 'frozen') return null;
  return { hash: recordHash(record), at: standing.at, edition: standing.edition };
}
