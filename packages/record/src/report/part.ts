import type { Block, Inline, Mark } from '@reportback/domain';

/**
 * The report as a reader meets it, before any format: composed once from the record, rendered by each
 * format. The unions are closed: a new kind breaks the build in every renderer until it is handled.
 */
export interface Report {
  /** What kind of document this is, above the title. */
  readonly overline: string;
  readonly title: string;
  /** Date, place, how many took part; one line each. */
  readonly facts: readonly string[];
  /** Said before anything else, so that nobody takes an example for a record. */
  readonly notice: string | null;
  readonly highlights: Highlights | null;
  readonly sections: readonly Section[];
  /** What the reader should know of the record itself: names, gaps, date of the draft. */
  readonly colophon: readonly string[];
  /** For running heads. */
  readonly workshop: string;
  /** What the whole record is known by, for a file's metadata; null while it is not frozen. */
  readonly frozen: FrozenMark | null;
}

/** By which a file says which frozen record it tells. */
export interface FrozenMark {
  /** `sha256:<hex>` of the whole event's record, whatever part of it the file tells. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly edition: number;
}

/** The findings that got most votes, for the title page. */
export interface Highlights {
  readonly title: string;
  readonly entries: readonly { readonly name: Span; readonly detail: string }[];
  readonly note: string;
}

export interface Section {
  readonly kind: 'section';
  /** 2 is a chapter; the report's title is level 1. */
  readonly level: 2 | 3 | 4;
  readonly anchor: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

export type Part =
  | Section
  | { readonly kind: 'line'; readonly tone: Tone; readonly content: readonly Span[] }
  | { readonly kind: 'entries'; readonly numbered: boolean; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'grid';
      /** What the table tells, for those who cannot see it whole. */
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  | {
      /** What people wrote in a note. */
      readonly kind: 'written';
      readonly blocks: readonly Block[];
      /** Level of the section around it; headings of the note stand below it. */
      readonly level: 2 | 3 | 4;
      /** The anchor of a block with an id is this, a hyphen, and the id. */
      readonly anchors: string;
    }
  | { readonly kind: 'source'; readonly language: string; readonly text: string };

/**
 * lead: a card's headline · body · meta: times, roles, counts · prompt: the question of a session ·
 * gap: says what is missing · slot: for the organizers to write · notice: the disclaimer.
 */
export type Tone = 'lead' | 'body' | 'meta' | 'prompt' | 'gap' | 'slot' | 'notice';

export interface Entry {
  readonly anchor: string | null;
  readonly content: readonly Span[];
  /** Below the entry, smaller; one line each. */
  readonly details: readonly (readonly Span[])[];
}

export type Span =
  | { readonly kind: 'words'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'written'; readonly content: readonly Inline[] }
  /** A link to an anchor of the same report. */
  | { readonly kind: 'see'; readonly anchor: string; readonly text: string };

export function words(text: string): Span {
  return { kind: 'words', text, strong: false };
}

export function strong(text: string): Span {
  return { kind: 'words', text, strong: true };
}

export function see(anchor: string, text: string): Span {
  return { kind: 'see', anchor, text };
}

/** Plain words that somebody wrote: a finding, a question. */
export function said(text: string, ...marks: readonly Mark[]): Span {
  return { kind: 'written', content: [{ kind: 'text', text: text.replace(/\n/g, ' '), marks }] };
}

/** Spans one after the other with a dot between them. */
export function dotted(...groups: readonly (readonly Span[])[]): readonly Span[] {
  return groups.flatMap((group, position) => (position === 0 ? group : [words(' · '), ...group]));
}

export function written(content: readonly Inline[]): Span {
  return { kind: 'written', content };
}

export function line(tone: Tone, ...content: readonly Span[]): Part {
  return { kind: 'line', tone, content };
}

/** The lines of a text that hold something. */
export function textLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** One line for each line of a text. */
export function lines(tone: Tone, text: string): readonly Part[] {
  return textLines(text).map((each) => line(tone, words(each)));
}

export function section(
  level: Section['level'],
  anchor: string,
  title: string,
  parts: readonly Part[],
): Section {
  return { kind: 'section', level, anchor, title, parts };
}
