import type { Correction, RecordedSession, WorkshopRecord } from '../record.ts';
import { anchorOf } from './anchors.ts';
import {
  type Entry,
  line,
  type Part,
  type Section,
  type Span,
  said,
  section,
  see,
  words,
} from './part.ts';
import { groupOf, type SourceIndex } from './source-index.ts';
import { collate, count, listing, momentName, shortName } from './wording.ts';

/** The corrections that some sessions of a record tell of, and for one group those of its own. */
export function correctionsIn(
  record: WorkshopRecord,
  sessions: readonly RecordedSession[],
): readonly Correction[] {
  return record.corrections.filter(({ session, group }) =>
    sessions.some(
      (each) =>
        each.id === session && (group === null || each.groups.some((work) => work.group === group)),
    ),
  );
}

/** What was changed after the event, each with where it stands, how it read before, by whom and when. */
export function correctionsSection(
  record: WorkshopRecord,
  index: SourceIndex,
  sessions: readonly RecordedSession[],
): readonly Section[] {
  const found = correctionsIn(record, sessions);
  if (found.length === 0) return [];
  const entries = found.map((correction): Entry => {
    const { before, after } = correction;
    return {
      anchor: anchorOf.correction(record.corrections.indexOf(correction)),
      content: [place(record, index, correction)],
      details: [
        ...before.map((text) => [words('Was: '), said(text, { kind: 'strike' })]),
        ...after.map((text) => [words('Now: '), said(text)]),
        ...(before.length + after.length === 0 ? [[words(withoutWords(record, correction))]] : []),
        ...who(record, correction),
      ],
    };
  });
  return [
    section(2, 'corrections', 'Corrections', [
      line(
        'meta',
        words(`${count(found.length, 'part was', 'parts were')} changed after the event.`),
      ),
      { kind: 'entries', numbered: true, entries },
    ]),
  ];
}

/** “Corrected after the event: headline and points”, with links to what they were; nothing where nothing was. */
export function correctionMark(
  record: WorkshopRecord,
  isHere: (correction: Correction) => boolean,
): readonly Part[] {
  const here = record.corrections.flatMap((correction, position) =>
    isHere(correction) ? [see(anchorOf.correction(position), correction.part)] : [],
  );
  if (here.length === 0) return [];
  const spans = here.flatMap((span, position): readonly Span[] =>
    position === 0 ? [span] : [words(', '), span],
  );
  return [line('meta', words('Corrected after the event: '), ...spans, words('.'))];
}

function place(record: WorkshopRecord, index: SourceIndex, correction: Correction): Span {
  const { session: id, group, part } = correction;
  const session = record.sessions.find((each) => each.id === id);
  const number = `Session ${session?.position ?? '?'}`;
  if (group === null) {
    const isPlenary = part === 'findings' || part === 'actions' || part === 'plenary note';
    const what = isPlenary ? part : `${part} of a card`;
    return see(anchorOf.session(id), `${number}, ${what}`);
  }
  const anchor = part === 'note' ? anchorOf.note(id, group) : anchorOf.card(id, group);
  return see(anchor, `${number}, ${shortName(record, groupOf(index, group))}, ${part}`);
}

function withoutWords(record: WorkshopRecord, { part }: Correction): string {
  if (record.attribution === 'by-name') return 'Its form or its order was changed.';
  return part === 'reporter'
    ? 'It was changed.'
    : 'Something was taken out, or put in another form.';
}

function who(record: WorkshopRecord, { by, at }: Correction): readonly (readonly Span[])[] {
  const named = by.flatMap((seat) => record.people.find(({ id }) => id === seat)?.name ?? []);
  const unnamed = by.length - named.length;
  const names = [
    ...named.toSorted(collate),
    ...(unnamed === 0 ? [] : [`${count(unnamed, 'person', 'people')} not named`]),
  ];
  const told = [
    record.attribution === 'by-name' && names.length > 0 ? listing(names) : null,
    at === null ? null : momentName(at, record.workshop.timeZone),
  ].filter((each) => each !== null);
  return told.length === 0 ? [] : [[words(`${told.join(', ')}.`)]];
}
