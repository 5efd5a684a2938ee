import {
  type CardTemplate,
  labelOf,
  namedIn,
  type SeatId,
  sitsIn,
  usualTemplate,
} from '@reportback/domain';
import {
  type Citation,
  type GroupWork,
  hasNoCard,
  type RecordedGroup,
  type RecordedSession,
  type Remark,
  type WorkshopRecord,
} from '../record.ts';
import { anchorOf, blockIds } from './anchors.ts';
import { correctionMark } from './corrections.ts';
import { steppedHeadings } from './heading-steps.ts';
import {
  dotted,
  type Entry,
  line,
  type Part,
  type Section,
  type Span,
  said,
  section,
  see,
  strong,
  words,
  written,
} from './part.ts';
import { groupOf, type PointSource, type SourceIndex } from './source-index.ts';
import {
  collate,
  count,
  fullName,
  listing,
  momentName,
  personName,
  sessionNumber,
  shortName,
} from './wording.ts';

/** One group's report card; one that is empty says so. */
export function cardSection(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
  work: GroupWork,
  level: Section['level'],
): Section {
  const group = groupOf(index, work.group);
  const anchor = anchorOf.card(session.id, work.group);
  const title = fullName(record, namedIn(group, session));
  const leftOut = sitsIn(work.group, session)
    ? []
    : [line('gap', words('Left out of this session after it had written.'))];
  if (hasNoCard(work.card))
    return section(level, anchor, title, [
      ...leftOut,
      line('gap', words(nothingFrom(record, 'card', group))),
      ...noteLink(record, session, work),
    ]);
  const { card } = work;
  const { cardTemplate } = session;
  const parts: Part[] = [...leftOut];
  if (card.headline.length > 0) parts.push(line('lead', written(card.headline)));
  else parts.push(...gap(cardTemplate, 'headline'));
  if (card.points.length > 0) {
    const label = labelOf(cardTemplate, 'points');
    if (label !== usualTemplate.points) parts.push(line('body', strong(`${label}:`)));
    parts.push({
      kind: 'entries',
      numbered: true,
      entries: pointEntries(record, index, session, work),
    });
  } else parts.push(...gap(cardTemplate, 'points'));
  for (const field of ['ask', 'dissent'] as const)
    if (card[field].length > 0)
      parts.push(line('body', strong(`${labelOf(cardTemplate, field)}: `), written(card[field])));
  parts.push(
    ...roles(record, work),
    ...signedOff(record, work),
    ...correctionMark(
      record,
      (each) => each.session === session.id && each.group === work.group && each.part !== 'note',
    ),
    ...noteLink(record, session, work),
  );
  return section(level, anchor, title, parts);
}

/** What a card was asked for and does not have. */
function gap(template: CardTemplate, field: 'headline' | 'points'): readonly Part[] {
  if (template[field] === '') return [];
  const isUsual = template[field] === usualTemplate[field];
  return [line('gap', words(isUsual ? `No ${field}.` : `Nothing under “${template[field]}”.`))];
}

function pointEntries(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
  work: GroupWork,
): readonly Entry[] {
  const blocks = new Set(blockIds(work.note));
  return work.card.points.map((point): Entry => {
    const reaction = index.reactions.get(point.id);
    const ties: (readonly Span[])[] = [];
    if (reaction !== undefined && reaction.usToo > 0)
      ties.push([words(`“Us too”: ${reaction.usToo}`)]);
    for (const same of index.sameAs.get(point.id) ?? []) {
      const source = index.points.get(same);
      if (source !== undefined)
        ties.push([words('Same as '), see(anchorOf.point(same), pointLabel(record, source))]);
    }
    for (const { finding } of index.findingsOfPoint.get(point.id) ?? [])
      ties.push([words('In finding: '), see(anchorOf.finding(finding.id), finding.name)]);
    if (point.source !== null && blocks.has(point.source)) {
      const note = anchorOf.note(session.id, work.group);
      ties.push([see(anchorOf.block(note, point.source), 'Where the note says it')]);
    }
    const details: readonly (readonly Span[])[] = [
      ...(ties.length === 0 ? [] : [dotted(...ties)]),
      ...(index.citationsOfPoint.get(point.id) ?? []).flatMap((citation) =>
        citationLine(record, index, citation),
      ),
      ...(reaction?.questions ?? []).map((each) => remark(record, index, 'Question', each)),
      ...(reaction?.objections ?? []).map((each) => remark(record, index, 'Objection', each)),
    ];
    return { anchor: anchorOf.point(point.id), content: [written(point.text)], details };
  });
}

function citationLine(
  record: WorkshopRecord,
  index: SourceIndex,
  citation: Citation,
): readonly (readonly Span[])[] {
  const source = index.findings.get(citation.finding);
  if (source === undefined) return [];
  return [
    [
      words(`Takes up, from ${sessionNumber(record, source.session.id)}, `),
      see(anchorOf.finding(citation.finding), source.finding.name),
      ...(citation.why === '' ? [] : [words(': '), said(citation.why)]),
    ],
  ];
}

function remark(
  record: WorkshopRecord,
  index: SourceIndex,
  kind: string,
  { group, text }: Remark,
): readonly Span[] {
  const from = group === null ? undefined : index.groups.get(group);
  const who = from === undefined ? kind : `${kind} from ${shortName(record, from)}`;
  return [words(`${who}: `), said(text)];
}

function roles(record: WorkshopRecord, work: GroupWork): readonly Part[] {
  if (record.attribution !== 'by-name') return [];
  const { reporter, scribe } = work.card;
  const told = [
    reporter === null ? 'No reporter' : `Reporter: ${personName(record, reporter)}`,
    ...(scribe === null ? [] : [`Scribe: ${personName(record, scribe)}`]),
  ];
  const parts = [line('meta', words(`${told.join('. ')}.`))];
  if (work.people.length > 0)
    parts.push(line('meta', words(`At the table: ${atTable(record, work)}.`)));
  return parts;
}

/** That the table stands by its card: a card without this may still be taken for one. */
function signedOff(record: WorkshopRecord, { signedOff: signed }: GroupWork): readonly Part[] {
  if (signed === null) return [];
  const { by: seat } = signed;
  const isNamed = record.people.some(({ id, name }) => id === seat && name !== null);
  const by = seat !== null && isNamed ? `, by ${personName(record, seat)}` : '';
  const when = momentName(signed.at, record.workshop.timeZone);
  return [line('meta', words(`Signed off by the table on ${when}${by}.`))];
}

function atTable(record: WorkshopRecord, work: GroupWork): string {
  const seats = new Set<SeatId>(work.people);
  const people = record.people.filter((person) => seats.has(person.id));
  const names = people
    .flatMap((person) => (person.name === null ? [] : [person.name]))
    .toSorted(collate);
  const unnamed = people.length - names.length;
  if (unnamed === 0) return listing(names);
  return listing([
    ...names,
    names.length === 0
      ? `${count(unnamed, 'person', 'people')}, not named`
      : `${unnamed} not named`,
  ]);
}

function noteLink(
  record: WorkshopRecord,
  session: RecordedSession,
  work: GroupWork,
): readonly Part[] {
  if (work.note.length === 0) return [];
  const what =
    record.attribution === 'none' ? 'The notes behind this card' : 'The notes of this table';
  return [line('meta', see(anchorOf.note(session.id, work.group), what))];
}

/** What a group wrote in its note, under its name; an empty note is said, never left blank. */
export function noteSection(
  record: WorkshopRecord,
  index: SourceIndex,
  session: RecordedSession,
  work: GroupWork,
  level: Section['level'],
  title: string,
): Section {
  const anchor = anchorOf.note(session.id, work.group);
  const group = groupOf(index, work.group);
  return section(level, anchor, title, [
    ...correctionMark(
      record,
      (each) => each.session === session.id && each.group === work.group && each.part === 'note',
    ),
    work.note.length === 0
      ? line('gap', words(nothingFrom(record, 'notes', group)))
      : { kind: 'written', blocks: steppedHeadings(work.note), level, anchors: anchor },
  ]);
}

/** “No notes from Table 5.” */
function nothingFrom(record: WorkshopRecord, what: string, group: RecordedGroup): string {
  return record.attribution === 'none'
    ? `No ${what} from one of the tables.`
    : `No ${what} from ${shortName(record, group)}.`;
}

/** “Table 4, point 2”. */
export function pointLabel(record: WorkshopRecord, source: PointSource): string {
  return `${shortName(record, source.group)}, point ${source.number}`;
}
