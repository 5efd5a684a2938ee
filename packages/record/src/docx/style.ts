import {
  AlignmentType,
  type ILevelsOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx';

/** What people wrote, what the report says of it, and code: fonts that Word has and LibreOffice stands in for. */
export const font = { people: 'Cambria', report: 'Calibri', code: 'Courier New' } as const;

export const colour = {
  ink: '14171A',
  soft: '454A50',
  line: 'DEDEDA',
  sunk: 'F5F5F3',
  accent: '0A57DC',
  wait: '7C5100',
} as const;

/** How far one level of a list, a quote or an entry stands in, in twentieths of a point. */
export const indentStep = 360;

/** A4 with 25 mm at the sides, in twentieths of a point. */
export const page = { width: 11906, height: 16838, side: 1417, top: 1530, bottom: 1417 } as const;
export const textWidth = page.width - 2 * page.side;

/** Names of the report's own paragraph styles; organizers restyle the report by changing these. */
export const paragraphStyle = {
  overline: 'Overline',
  fact: 'Fact',
  notice: 'Notice',
  rubric: 'Rubric',
  lead: 'Lead',
  meta: 'Meta',
  prompt: 'Prompt',
  gap: 'Gap',
  slot: 'Slot',
  detail: 'Detail',
  written: 'Written',
  quote: 'Quotation',
  code: 'Code',
  cell: 'Cell',
} as const;

/** Half points. */
const size = { small: 19, body: 21, note: 21, lead: 28, h1: 34, h2: 26, h3: 22, title: 64 };

/** Of a title, in half points: a long one leaves room for the contents. */
export function titleSize({ length }: string): number {
  if (length > 90) return 44;
  return length > 45 ? 54 : size.title;
}

function own(
  id: string,
  run: IParagraphStyleOptions['run'],
  paragraph: IParagraphStyleOptions['paragraph'] = {},
): IParagraphStyleOptions {
  return { id, name: id, basedOn: 'Normal', quickFormat: true, run: run ?? {}, paragraph };
}

const people = { font: font.people };
const soft = { color: colour.soft };
const heading = { font: font.report, bold: true, color: colour.ink };
const noteHeading = { run: { font: font.people, bold: true, size: size.h3, color: colour.ink } };
const bar = { style: 'single', size: 12, space: 8, color: colour.wait } as const;

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: font.report,
        size: size.body,
        color: colour.ink,
        language: { value: 'en-GB' },
      },
      paragraph: { spacing: { after: 120, line: 269, lineRule: 'auto' } },
    },
    title: {
      run: { ...heading, font: font.people, size: size.title },
      paragraph: { spacing: { before: 120, after: 240, line: 240, lineRule: 'auto' } },
    },
    heading1: {
      run: { ...heading, size: size.h1 },
      paragraph: {
        keepNext: true,
        spacing: { before: 560, after: 200 },
        border: { top: { style: 'single', size: 12, space: 6, color: colour.ink } },
      },
    },
    heading2: {
      run: { ...heading, size: size.h2 },
      paragraph: { keepNext: true, spacing: { before: 400, after: 120 } },
    },
    heading3: {
      run: { ...heading, size: size.h3 },
      paragraph: { keepNext: true, spacing: { before: 320, after: 100 } },
    },
    heading4: {
      ...noteHeading,
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    },
    heading5: {
      ...noteHeading,
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
    heading6: {
      ...noteHeading,
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
    hyperlink: { run: { color: colour.accent, underline: { type: 'single' } } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    own(paragraphStyle.overline, { ...soft, bold: true, size: 24 }),
    own(paragraphStyle.fact, { ...soft, size: 24 }, { spacing: { after: 40 } }),
    own(
      paragraphStyle.notice,
      { color: colour.wait },
      { indent: { left: 180 }, border: { left: bar } },
    ),
    own(
      paragraphStyle.rubric,
      { bold: true, size: 23 },
      {
        keepNext: true,
        spacing: { before: 400, after: 140 },
        border: { top: { style: 'single', size: 12, space: 6, color: colour.ink } },
      },
    ),
    own(
      paragraphStyle.lead,
      { ...people, size: size.lead },
      { keepNext: true, spacing: { before: 60, after: 160 } },
    ),
    own(paragraphStyle.meta, { ...soft, size: size.small }),
    own(paragraphStyle.prompt, { ...people, italics: true, size: 24 }),
    own(paragraphStyle.gap, { color: colour.wait }),
    own(paragraphStyle.slot, { ...soft, italics: true }),
    own(
      paragraphStyle.detail,
      { ...soft, size: size.small },
      { indent: { left: indentStep }, spacing: { after: 30 } },
    ),
    // Between paragraphs the larger of two spaces counts: these stand off a list, whose items stand close.
    own(paragraphStyle.written, { ...people, size: size.note }, { spacing: { before: 120 } }),
    own(
      paragraphStyle.quote,
      { ...people, ...soft },
      { indent: { left: indentStep }, border: { left: { ...bar, color: colour.line } } },
    ),
    own(
      paragraphStyle.code,
      { font: font.code, size: 18 },
      {
        spacing: { before: 120, line: 240, lineRule: 'auto' },
        shading: { type: 'clear', fill: colour.sunk, color: 'auto' },
      },
    ),
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
    own(
      paragraphStyle.cell,
      { size: 20 },
      { spacing: { before: 40, after: 40, line: 250, lineRule: 'auto' } },
    ),
  ],
};

/** Word's lists have nine levels. */
export const deepestLevel = 8;

export function levelIndent(level: number): { readonly left: number; readonly hanging: number } {
  return { left: indentStep * (level + 1), hanging: indentStep };
}

/** The bullets of all lists without numbers, by level. */
export const bulletLevels: readonly ILevelsOptions[] = Array.from(
  { length: deepestLevel + 1 },
  (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: ['•', '◦', '–'][level % 3] ?? '•',
    alignment: AlignmentType.START,
    style: { paragraph: { indent: levelIndent(level) } },
  }),
);

/**
 * The levels of one numbered list that stands at a level: Word keeps a list's first number with its kind, so each
 * list is a kind of its own. The levels above are there because Word counts levels from the first.
 */
export function numberLevels(level: number, start: number): readonly ILevelsOptions[] {
  return Array.from({ length: level + 1 }, (_, each) => ({
    level: each,
    start: each === level ? start : 1,
    format: LevelFormat.DECIMAL,
    text: `%${each + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: levelIndent(each) } },
  }));
}
