import {
  type Block,
  type CheckItem,
  type Inline,
  type ListItem,
  type Mark,
  parseActionId,
  parseBlockId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type ReportCard,
  type TableCell,
  untouchedPlenary,
  usualTemplate,
} from '@reportback/domain';
import { emptyCard, type RecordInput, untouchedRecord } from '@reportback/record';

const text = (words: string, ...marks: readonly Mark[]): Inline => ({
  kind: 'text',
  text: words,
  marks,
});
const br: Inline = { kind: 'line-break' };
const p = (...content: readonly (string | Inline)[]): Block => ({
  kind: 'paragraph',
  id: null,
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});
const h = (level: 1 | 2 | 3, words: string): Block => ({
  kind: 'heading',
  id: null,
  level,
  content: [text(words)],
});
const item = (...blocks: readonly Block[]): ListItem => ({ blocks });
const bullets = (...items: readonly ListItem[]): Block => ({ kind: 'bullet-list', items });
const numbers = (start: number, ...items: readonly ListItem[]): Block => ({
  kind: 'ordered-list',
  start,
  items,
});
const check = (checked: boolean, ...blocks: readonly Block[]): CheckItem => ({ checked, blocks });
const checks = (...items: readonly CheckItem[]): Block => ({ kind: 'check-list', items });
const code = (language: string | null, words: string): Block => ({
  kind: 'code',
  language,
  text: words,
});
const cell = (blocks: readonly Block[], columns = 1, rows = 1, header = false): TableCell => ({
  header,
  columns,
  rows,
  blocks,
});
const head = (words: string, columns = 1): TableCell => cell([p(words)], columns, 1, true);

const bold: Mark = { kind: 'bold' };
const italic: Mark = { kind: 'italic' };
const mono: Mark = { kind: 'code' };

const lists: readonly Block[] = [
  h(2, 'Lists of every kind'),
  bullets(
    item(
      p('outer bullet'),
      numbers(
        7,
        item(p('seventh'), checks(check(true, p('ticked inside')), check(false, p('open inside')))),
        item(p('eighth'), p('with a second paragraph'), code('sh', 'echo "a | b" && rm -rf ~')),
      ),
      bullets(item(p('deeper'), bullets(item(p('deepest'), bullets(item(p('and deeper still'))))))),
    ),
    item(bullets(item(p('a bullet that begins with a bullet')))),
    item({ kind: 'quote', blocks: [p('a quote in a list'), bullets(item(p('a list in it')))] }),
  ),
  numbers(0, item(p('zeroth')), item(p('first'))),
  numbers(99, item(p('a list right after a list'))),
  checks(
    check(
      true,
      p('done, with ', text('marks', bold)),
      bullets(item(p('below a task')), item(p('1986. A great year'))),
    ),
    check(false, p('- not a bullet'), numbers(3, item(p('third below a task')))),
  ),
];

const tables: readonly Block[] = [
  h(2, 'Tables'),
  {
    kind: 'table',
    rows: [
      { cells: [head('a | pipe'), head('spans two', 2)] },
      {
        cells: [
          cell([p('tall')], 1, 2),
          cell([p('code ', text('x|y', mono), ' and a line', br, 'break')]),
          cell([bullets(item(p('one')), item(p('two'), numbers(5, item(p('five')))))]),
        ],
      },
      { cells: [cell([p('wide', text(' and bold', bold)), p('second paragraph')], 2)] },
    ],
  },
  { kind: 'table', rows: [{ cells: [cell([p('no header')]), cell([])] }] },
  {
    kind: 'table',
    rows: [
      { cells: [cell([p('spans beyond')], 40, 40)] },
      { cells: [cell([code(null, 'code\nin a cell')])] },
    ],
  },
];

const marks: readonly Block[] = [
  h(2, 'Words and marks'),
  p(
    'before',
    text('bold', bold),
    'after, ',
    text('(both)', bold, italic),
    'tight, ',
    text(' spaces outside ', italic),
    'and ',
    text('under', { kind: 'underline' }),
    text('struck', { kind: 'strike' }),
    text('lit', { kind: 'highlight' }),
    text('co`de``', mono),
  ),
  p(
    text('a link (with parentheses)', {
      kind: 'link',
      href: 'https://example.org/a_(b)_(c)?q=[1]&r=%20x#frag',
    }),
    ' ',
    text('bold in a link', { kind: 'link', href: 'mailto:someone@example.org' }, bold),
    ' ',
    text('not a link', { kind: 'link', href: 'javascript:alert(document.cookie)' }),
  ),
  p(
    text('https://example.org/a-very-long-address/', {
      kind: 'link',
      href: `https://example.org/${'segment/'.repeat(60)}end`,
    }),
  ),
  p('# no heading', br, '1. no list', br, '> no quote', br, '+ no bullet', br, '| no | table |'),
  p(
    '1986. A great year. * _ ` [x](y) ![z](q) <b>&amp;</b> <!-- --> \\ ~~no~~ $x^2$ %APPDATA% {braces}',
  ),
  code('python', 'def f():\n    """```"""\n\n    return "~~~~"  # 100 %\n'),
  code(null, '````\n</pre></code>\n\\end{verbatim}\n#read("x")'),
  { kind: 'rule' },
  { kind: 'image', image: 'chart', alt: 'A chart of "waits" & queues' },
  { kind: 'image', image: 'lost', alt: 'A sketch that went missing' },
];

const scripts: readonly Block[] = [
  h(3, 'Scripts'),
  p('日本語の段落です。ひらがな、カタカナ、漢字。', text('太字', bold), 'と続く。'),
  p('申屠若岚在讨论中提出了三点。繁體字也在這裡。'),
  p('한국어 문장도 있습니다.'),
  p('قالت المجموعة إن ', text('الانتظار', bold), ' طويل (3 ساعات) في HPC.'),
  p('שלום עולם, וגם English באמצע.'),
  p('Ελληνικά, Кириллица, Tiếng Việt, Íslenska, Türkçe İıŞş'),
  p('Emoji: 👩‍🔬 👍🏽 🇫🇷 ☑ and combining: e\u0301 a\u0308\u0323 ñ'),
  p('zero\u200bwidth\u200cjoiner\u200d, soft\u00adhyphen, no\u00a0break, word\u2060joiner'),
  bullets(item(p('عنصر')), item(p('元素'), bullets(item(p('עמוק'))))),
  p('unbreakable'.repeat(30)),
];

const evil =
  '</title></style><script>alert(1)</script> {{7*7}} ${x} =cmd|\' /C calc\'!A0 #read("/etc/passwd") \\input{/etc/passwd} "\'`|*_~[]()<>&%#$^\\ ]]> -- \u202eright\u202c';

const workshop = parseWorkshopId('hard');
const session = parseSessionId('only');
const groups = ['lists', 'scripts', 'hostile', 'silent'].map((id, index) => ({
  id: parseGroupId(id),
  workshop,
  number: index + 1,
  name: id === 'hostile' ? evil : `Table of ${id}`,
}));
const [listsTable, scriptsTable, hostileTable] = groups.map((group) => group.id);
if (listsTable === undefined || scriptsTable === undefined || hostileTable === undefined)
  throw new Error('The corpus has three tables that write.');

const seats = groups.map((group, index) => ({
  id: parseSeatId(`seat-${index}`),
  workshop,
  name: index === 2 ? evil : ['Ada Lund', 'سامي حداد', '', '梅 桜子'][index] || 'Bo Ek',
  citeAs: '',
  affiliation: index === 2 ? evil : 'Harbour University',
  country: index === 2 ? evil : 'Sweden',
  consent: true,
  group: group.id,
}));

function card(words: readonly string[]): ReportCard {
  const [headline = '', ask = '', dissent = '', ...points] = words;
  return {
    ...emptyCard,
    headline: [text(headline)],
    ask: [text(ask)],
    dissent: [text(dissent)],
    points: points.map((each, index) => ({
      id: parsePointId(`point-${words.length}-${index}`),
      text: [text(each, ...(index === 0 ? [bold] : []))],
      source: index === 0 ? parseBlockId('marked') : null,
    })),
    reporter: parseSeatId('seat-0'),
  };
}

const hostileFinding = parseFindingId('hostile');
const hostilePoint = parsePointId('point-7-0');

/** Everything that is hard to carry from one format to another, in a workshop of four tables. */
export const hardCorpus: RecordInput = {
  ...untouchedRecord,
  attribution: 'by-name',
  workshop: {
    id: workshop,
    title: 'Hard corpus: 60 % “quotes” & <tags> · 難しい',
    place: 'Port | Quay *4*',
    timeZone: 'Europe/Stockholm',
    agenda: {
      days: [
        {
          date: '2025-09-15',
          items: [
            {
              line: 1,
              start: '11:00',
              end: '12:30',
              title: 'Work | together *now*',
              kind: 'breakout',
              reportBack: '12:00',
            },
            { line: 2, start: '12:30', end: null, title: evil, kind: 'other', reportBack: null },
          ],
        },
      ],
      problems: [],
    },
    organizers: `Ines Organa\n${evil}`,
    funding: evil,
    licence: 'CC BY 4.0',
    disclaimer: 'Nothing here was said by anybody.',
    othersReadable: true,
    createdAt: 1_757_900_000_000,
  },
  sessions: [
    {
      id: session,
      workshop,
      position: 1,
      title: 'Work | together *now*',
      prompt: `What is hard?\n${evil}`,
      cardTemplate: usualTemplate,
      date: '2025-09-15',
      start: '11:00',
      reportBack: '12:00',
      end: '12:30',
      phase: 'amend',
    },
  ],
  groups,
  seats,
  work: [
    {
      session,
      group: listsTable,
      people: null,
      signedOff: null,
      card: card(['Lists', 'More lists?', '', 'A point | with a pipe', '* not a list']),
      note: [
        h(1, 'Table 1 writes'),
        {
          kind: 'paragraph',
          id: parseBlockId('marked'),
          content: [text('where a point came from')],
        },
        ...lists,
        ...tables,
        ...marks,
      ],
    },
    {
      session,
      group: scriptsTable,
      people: null,
      signedOff: null,
      card: card(['文字と كتابة', '', 'שונה', 'קודם', '二番目', 'ثالث']),
      note: scripts,
    },
    {
      session,
      group: hostileTable,
      people: null,
      signedOff: null,
      card: card([evil, evil, evil, evil, evil, evil, evil]),
      note: [h(1, evil), p(evil), code(evil, evil), checks(check(true, p(evil)))],
    },
  ],
  plenaries: [
    {
      session,
      plenary: {
        ...untouchedPlenary,
        presentation: { ...untouchedPlenary.presentation, heard: [scriptsTable, listsTable] },
        findings: [
          { id: hostileFinding, name: evil, statement: evil, points: [hostilePoint] },
          { id: parseFindingId('other'), name: 'متعدد | 多い', statement: '', points: [] },
        ],
        vote: { is: 'closed', perSeat: 3 },
        actions: [{ id: parseActionId('act'), text: evil, owner: evil, due: '' }],
      },
      voices: {
        votes: new Map([[hostileFinding, 3]]),
        reactions: [
          {
            point: hostilePoint,
            usToo: 2,
            questions: [{ group: hostileTable, text: evil }],
            objections: [{ group: null, text: evil }],
          },
        ],
      },
      note: [p('the room said: ', text(evil, italic))],
      citations: [{ point: hostilePoint, finding: hostileFinding, why: evil }],
    },
  ],
};
