import {
  type Block,
  idShape,
  isSafeLink,
  type ListItem,
  parseActionId,
  parseBlockId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  phases,
  recordHashShape,
  usualTemplate,
} from '@reportback/domain';
import * as z from 'zod';
import { attributions, correctedParts } from '../record.ts';

/** The name and version of the shape below; another shape gets another number. */
export const recordSchemaName = 'reportback-record/1';

function id<Id extends string>(parse: (text: string) => Id) {
  return z.string().regex(idShape).transform(parse);
}

const hash = z.string().regex(recordHashShape);
const wholeNumber = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const time = z.string().regex(/^\d{2}:\d{2}$/);

const mark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('link'),
    href: z.string().refine(isSafeLink, 'Only http, https and mailto links are kept.'),
  }),
  z.strictObject({ kind: z.literal('bold') }),
  z.strictObject({ kind: z.literal('italic') }),
  z.strictObject({ kind: z.literal('underline') }),
  z.strictObject({ kind: z.literal('strike') }),
  z.strictObject({ kind: z.literal('highlight') }),
  z.strictObject({ kind: z.literal('code') }),
]);

const inline = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string(), marks: z.array(mark) }),
    z.strictObject({ kind: z.literal('line-break') }),
  ])
  .meta({ id: 'inline' });

const blockId = id(parseBlockId).nullable();

const listItem: z.ZodType<ListItem> = z.strictObject({
  get blocks() {
    return z.array(block);
  },
});

const block: z.ZodType<Block> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('paragraph'), id: blockId, content: z.array(inline) }),
    z.strictObject({
      kind: z.literal('heading'),
      id: blockId,
      level: z.literal([1, 2, 3]),
      content: z.array(inline),
    }),
    z.strictObject({ kind: z.literal('bullet-list'), items: z.array(listItem) }),
    z.strictObject({
      kind: z.literal('ordered-list'),
      start: wholeNumber,
      items: z.array(listItem),
    }),
    z.strictObject({
      kind: z.literal('check-list'),
      items: z.array(
        z.strictObject({
          checked: z.boolean(),
          get blocks() {
            return z.array(block);
          },
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('quote'),
      get blocks() {
        return z.array(block);
      },
    }),
    z.strictObject({
      kind: z.literal('code'),
      language: z.string().nullable(),
      text: z.string(),
    }),
    z.strictObject({
      kind: z.literal('table'),
      rows: z.array(
        z.strictObject({
          cells: z.array(
            z.strictObject({
              header: z.boolean(),
              columns: z.int().min(1),
              rows: z.int().min(1),
              get blocks() {
                return z.array(block);
              },
            }),
          ),
        }),
      ),
    }),
    z.strictObject({ kind: z.literal('image'), image: z.string(), alt: z.string() }),
    z.strictObject({ kind: z.literal('rule') }),
  ])
  .meta({ id: 'block' });

const card = z.strictObject({
  headline: z.array(inline),
  points: z.array(
    z.strictObject({
      id: id(parsePointId),
      text: z.array(inline),
      source: blockId.describe('The note block it was made from.'),
    }),
  ),
  ask: z.array(inline),
  dissent: z.array(inline),
  reporter: id(parseSeatId).nullable(),
  scribe: id(parseSeatId).nullable(),
  ready: z.boolean().describe('The group said that it is done.'),
});

const remark = z.strictObject({ group: id(parseGroupId).nullable(), text: z.string() });

const plenary = z.strictObject({
  heard: z.array(id(parseGroupId)),
  note: z.array(block),
  sameAs: z.array(z.strictObject({ point: id(parsePointId), same: id(parsePointId) })),
  findings: z.array(
    z.strictObject({
      id: id(parseFindingId),
      name: z.string(),
      statement: z.string(),
      points: z.array(id(parsePointId)),
      votes: wholeNumber,
    }),
  ),
  vote: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('not-yet') }),
    z.strictObject({ is: z.literal('open'), perSeat: wholeNumber, live: z.boolean() }),
    z.strictObject({ is: z.literal('closed'), perSeat: wholeNumber }),
  ]),
  reactions: z.array(
    z.strictObject({
      point: id(parsePointId),
      usToo: wholeNumber,
      questions: z.array(remark),
      objections: z.array(remark),
    }),
  ),
  actions: z.array(
    z.strictObject({
      id: id(parseActionId),
      text: z.string(),
      owner: z.string(),
      due: z.string().describe('A day, or empty.'),
    }),
  ),
  citations: z.array(
    z.strictObject({ point: id(parsePointId), finding: id(parseFindingId), why: z.string() }),
  ),
});

const session = z.strictObject({
  id: id(parseSessionId),
  position: z.int().min(1),
  title: z.string(),
  prompt: z.string(),
  date: day.nullable(),
  start: time,
  reportBack: time.nullable(),
  end: time.nullable(),
  phase: z.enum(phases),
  cardTemplate: z
    .strictObject({
      headline: z.string(),
      points: z.string(),
      pointsAsked: wholeNumber.describe('How many points; 0 for as many as they like.'),
      ask: z.string(),
      dissent: z.string(),
    })
    .default(usualTemplate)
    .describe('The labels of the cards’ fields; an empty one is not asked for.'),
  tables: z
    .strictObject({
      out: z.array(id(parseGroupId)).describe('Tables that do not sit in this session.'),
      names: z
        .record(id(parseGroupId), z.string())
        .describe('Names that tables have in this session alone, by their ids.'),
    })
    .exactOptional()
    .describe('How the tables of this session differ from the workshop’s; absent: not at all.'),
  groups: z.array(
    z.strictObject({
      group: id(parseGroupId),
      people: z.array(id(parseSeatId)),
      card,
      signedOff: z
        .strictObject({ at: wholeNumber, by: id(parseSeatId).nullable() })
        .nullable()
        .describe(
          'The table stands by this card; null where it did not say so, or changed it since.',
        ),
      note: z.array(block),
    }),
  ),
  plenary,
});

const recordShape = {
  attribution: z.enum(attributions).describe('Who is named: people, tables only, or neither.'),
  standing: z
    .discriminatedUnion('is', [
      z.strictObject({ is: z.literal('open') }),
      z.strictObject({ is: z.literal('correcting'), since: wholeNumber, until: wholeNumber }),
      z.strictObject({
        is: z.literal('frozen'),
        at: wholeNumber,
        edition: z.int().min(1).describe('How many times this record was frozen.'),
        replaces: hash.nullable().describe('The hash of the edition that this one replaces.'),
        note: z.string().describe('Why there is another edition, or what it lacks.'),
      }),
    ])
    .describe('Open, taking corrections, or frozen. Instants are milliseconds since 1970.'),
  workshop: z.strictObject({
    id: id(parseWorkshopId),
    title: z.string(),
    place: z.string(),
    timeZone: z.string().describe('IANA name; all times are local to it.'),
    organizers: z.string(),
    funding: z.string(),
    licence: z.string(),
    disclaimer: z.string().nullable().describe('Set for invented data.'),
    othersReadable: z.boolean(),
    createdAt: wholeNumber.describe('Milliseconds since 1970.'),
  }),
  agenda: z.array(
    z.strictObject({
      date: z.exactOptional(day),
      items: z.array(
        z.strictObject({
          line: wholeNumber,
          start: time,
          end: time.nullable(),
          title: z.string(),
          kind: z.enum(['breakout', 'report-back', 'break', 'plenary', 'other']),
          reportBack: time.nullable(),
        }),
      ),
    }),
  ),
  people: z.array(
    z.strictObject({
      id: id(parseSeatId),
      name: z.string().nullable().describe('As the person wishes to be cited; null: not named.'),
      affiliation: z.string(),
      country: z.string(),
      group: id(parseGroupId).nullable(),
      consent: z.boolean(),
    }),
  ),
  groups: z.array(z.strictObject({ id: id(parseGroupId), number: wholeNumber, name: z.string() })),
  sessions: z.array(session),
  corrections: z
    .array(
      z.strictObject({
        session: id(parseSessionId),
        group: id(parseGroupId).nullable(),
        part: z.enum(correctedParts),
        before: z.array(z.string()).describe('Lines that do not stand there any more.'),
        after: z.array(z.string()).describe('Lines that did not stand there before.'),
        by: z.array(id(parseSeatId)),
        at: wholeNumber.nullable().describe('Milliseconds since 1970.'),
      }),
    )
    .describe('What was changed while the record took corrections.'),
};

/**
 * A record as a file: with its version, and the hash of all but the hash. That it and `WorkshopRecord` are one is proved
 * where `readRecord` hands its outcome on.
 */
export const recordFileSchema = z
  .strictObject({
    schema: z.literal(recordSchemaName),
    hash: hash.describe(
      'SHA-256 of the canonical JSON (RFC 8785) of this object without this member.',
    ),
    ...recordShape,
  })
  .meta({
    title: 'Reportback record',
    description: 'Everything a workshop brought together, as exported and as imported again.',
  });

/** The schema as JSON Schema (2020-12), for readers in other languages. */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(recordFileSchema, { io: 'input' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
