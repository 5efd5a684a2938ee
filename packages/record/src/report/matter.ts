import type { RecordedSession, WorkshopRecord } from '../record.ts';
import { anchorOf } from './anchors.ts';
import { pointLabel } from './cards.ts';
import { bibtex, citationText } from './citation.ts';
import {
  line,
  lines,
  type Part,
  type Section,
  type Span,
  said,
  section,
  see,
  textLines,
  words,
} from './part.ts';
import type { SourceIndex } from './source-index.ts';
import { collate, count, dayName, listing, sessionName } from './wording.ts';

/** The abstract: a place for the organizers to write in. */
export function abstractSection(): Section {
  return section(2, 'abstract', 'Abstract', [
    line('slot', words('To be written by the organizers.')),
  ]);
}

export function agendaSection(record: WorkshopRecord): Section {
  const days = record.agenda.filter((day) => day.items.length > 0);
  if (days.length === 0)
    return section(2, 'agenda', 'Agenda', [line('gap', words('No agenda on record.'))]);
  const parts = days.flatMap((day): readonly Part[] => [
    ...(day.date === undefined ? [] : [line('meta', words(dayName(day.date)))]),
    {
      kind: 'grid',
      caption: `Agenda${day.date === undefined ? '' : ` of ${dayName(day.date)}`}, times in ${record.workshop.timeZone}`,
      columns: ['Time', 'Item'],
      rows: day.items.map((item): readonly (readonly Span[])[] => {
        const session = record.sessions.find(
          (each) =>
            item.kind === 'breakout' &&
            each.start === item.start &&
            (each.date === null || day.date === undefined || each.date === day.date),
        );
        const reportBack =
          item.reportBack === null ? [] : [words(`, report-back ${item.reportBack}`)];
        return [
          [words(item.end === null ? item.start : `${item.start}–${item.end}`)],
          [
            session === undefined
              ? words(item.title)
              : see(anchorOf.session(session.id), item.title || sessionName(session)),
            ...reportBack,
          ],
        ];
      }),
    },
  ]);
  return section(2, 'agenda', 'Agenda', [
    ...parts,
    line('meta', words(`Times are local (${record.workshop.timeZone}).`)),
  ]);
}

/** Who took part, by affiliation, each as they wish to be cited; those not named are counted. */
export function participantsSection(record: WorkshopRecord): Section {
  const total = count(record.people.length, 'person', 'people');
  const title = 'Participants';
  if (record.people.length === 0)
    return section(2, 'participants', title, [line('gap', words('No participants on record.'))]);
  if (record.attribution !== 'by-name')
    return section(2, 'participants', title, [
      line('body', words(`${total} took part. ${attributionSentence(record)}`)),
    ]);
  const named = record.people.filter((person) => person.name !== null);
  const unnamed = record.people.length - named.length;
  const countries = [...new Set(named.map((person) => person.country))]
    .filter((country) => country !== '')
    .toSorted(collate);
  const affiliations = Map.groupBy(named, (person) => person.affiliation);
  const rows = [...affiliations]
    .toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : collate(a, b)))
    .map(([affiliation, people]) => [
      [words(affiliation === '' ? 'No affiliation given' : affiliation)],
      [
        words(
          people
            .map((person) => person.name ?? '')
            .toSorted(collate)
            .join(', '),
        ),
      ],
    ]);
  return section(2, 'participants', title, [
    line('body', words(`${total} took part.`)),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'grid',
            caption: 'Participants by affiliation',
            columns: ['Affiliation', 'Participants'],
            rows,
          } as const,
        ]),
    ...(unnamed === 0
      ? []
      : [
          line(
            'meta',
            words(
              `${count(unnamed, 'person', 'people')} took part and ${unnamed === 1 ? 'is' : 'are'} not named here.`,
            ),
          ),
        ]),
    ...(countries.length === 0 ? [] : [line('meta', words(`From ${listing(countries)}.`))]),
  ]);
}

export function attributionSentence(record: WorkshopRecord): string {
  switch (record.attribution) {
    case 'by-name':
      return 'People are named as they wished to be cited.';
    case 'by-table':
      return 'People are not named; what was said is told by table.';
    case 'none':
      return 'Neither people nor tables are named (Chatham House Rule).';
  }
}

/** Which point of a later session takes up which finding of an earlier one. */
export function carryForwardSection(
  record: WorkshopRecord,
  index: SourceIndex,
  sessions: readonly RecordedSession[],
): readonly Section[] {
  const rows = sessions.flatMap((session) =>
    session.plenary.citations.flatMap((citation): readonly (readonly (readonly Span[])[])[] => {
      const from = index.findings.get(citation.finding);
      const to = index.points.get(citation.point);
      if (from === undefined || to === undefined) return [];
      return [
        [
          [
            words(`Session ${from.session.position}: `),
            see(anchorOf.finding(citation.finding), from.finding.name),
          ],
          [
            words(`Session ${to.session.position}: `),
            see(anchorOf.point(citation.point), pointLabel(record, to)),
          ],
          [said(citation.why)],
        ],
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    section(2, 'carry-forward', 'What was carried forward', [
      {
        kind: 'grid',
        caption: 'Findings that points of later sessions take up',
        columns: ['Finding', 'Taken up by', 'Why'],
        rows,
      },
    ]),
  ];
}

/** Acknowledgement, disclaimer, how to cite, licence. */
export function backMatter(record: WorkshopRecord): readonly Section[] {
  const { organizers, funding, licence, disclaimer } = record.workshop;
  return [
    section(2, 'acknowledgement', 'Acknowledgement', [
      ...(organizers === ''
        ? []
        : [line('body', words(`Organized by ${listing(textLines(organizers))}.`))]),
      ...(funding === ''
        ? [line('slot', words('To be written by the organizers: who made the workshop possible.'))]
        : lines('body', funding)),
    ]),
    ...(disclaimer === null
      ? []
      : [section(2, 'disclaimer', 'Disclaimer', lines('notice', disclaimer))]),
    section(2, 'citation', 'How to cite', [
      line('body', words(citationText(record))),
      { kind: 'source', language: 'bibtex', text: bibtex(record) },
    ]),
    section(2, 'licence', 'Licence', [
      ...(licence === ''
        ? [line('slot', words('To be chosen by the organizers.'))]
        : lines('body', licence)),
    ]),
  ];
}
