import type { Inline, Mark } from '@reportback/domain';
import { isSafeLink } from '@reportback/domain';
import * as Y from 'yjs';
import { markNames, node } from './note-names.ts';

/**
 * The texts and childless elements below a fragment, in the order of the text. It keeps its own stack:
 * what a stranger nested twenty thousand deep must not overflow ours.
 */
export function* leaves(fragment: Y.XmlFragment): Generator<Y.Text | Y.XmlElement> {
  const waiting: unknown[] = fragment.toArray().reverse();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Y.Text) yield next;
    else if (next instanceof Y.XmlElement && next.length === 0) yield next;
    else if (next instanceof Y.XmlFragment)
      for (const child of next.toArray().reverse()) waiting.push(child);
  }
}

/** The inlines of one block: its texts with their marks, and its line breaks. */
export function projectBlockText(block: Y.XmlFragment): readonly Inline[] {
  return projectLeaves(leaves(block));
}

/** A card's text. More than one paragraph, which only another program writes, become lines. */
export function projectCardText(text: Y.XmlFragment): readonly Inline[] {
  const lines = text
    .toArray()
    .map((child: unknown) =>
      child instanceof Y.Text
        ? projectLeaves([child])
        : child instanceof Y.XmlFragment
          ? projectBlockText(child)
          : [],
    );
  return lines.flatMap((line, index): readonly Inline[] =>
    index === 0 ? line : [lineBreak, ...line],
  );
}

/** The words below a fragment without marks, for code. */
export function projectPlain(fragment: Y.XmlFragment): string {
  let words = '';
  for (const leaf of leaves(fragment)) {
    if (leaf instanceof Y.Text) {
      for (const run of runsOf(leaf)) words += run.text;
    } else if (leaf.nodeName === node.lineBreak) words += '\n';
  }
  return words;
}

const lineBreak: Inline = { kind: 'line-break' };

/** Turns texts and line breaks into inlines; a newline within a text is a line break, as the editor shows it. */
export function projectLeaves(found: Iterable<Y.Text | Y.XmlElement>): readonly Inline[] {
  const result: Inline[] = [];
  for (const leaf of found) {
    if (leaf instanceof Y.Text) {
      for (const run of runsOf(leaf)) pushRun(result, run.text, projectMarks(run.attributes));
    } else if (leaf.nodeName === node.lineBreak) result.push(lineBreak);
  }
  return joinRuns(result);
}

function pushRun(result: Inline[], text: string, marks: readonly Mark[]): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) result.push(lineBreak);
    result.push({ kind: 'text', text: line, marks });
  }
}

/** Neighbouring texts with the same marks as one, empty ones left out. */
export function joinRuns(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && inline.text === '') continue;
    if (inline.kind === 'text' && last?.kind === 'text' && equalMarks(last.marks, inline.marks))
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

/** Whether two runs look the same. Marks of one run are always in the same order. */
export function equalMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, index) => {
      const other = b[index];
      return (
        mark.kind === other?.kind &&
        (mark.kind !== 'link' || other.kind !== 'link' || mark.href === other.href)
      );
    })
  );
}

interface Run {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A Yjs text's runs; embedded objects, which no note of ours holds, are left out. */
function runsOf(text: Y.Text): readonly Run[] {
  const delta: readonly { insert?: unknown; attributes?: Readonly<Record<string, unknown>> }[] =
    text.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ text: insert, attributes: attributes ?? {} }] : [],
  );
}

/** The known marks among a run's attributes, outermost first; a link that may not be kept is text. */
function projectMarks(attributes: Readonly<Record<string, unknown>>): readonly Mark[] {
  return markNames.flatMap((kind): readonly Mark[] => {
    const value = Object.hasOwn(attributes, kind) ? attributes[kind] : null;
    if (value === null || value === undefined || value === false) return [];
    if (kind !== 'link') return [{ kind }];
    const href = typeof value === 'object' && 'href' in value ? value.href : null;
    return typeof href === 'string' && isSafeLink(href) ? [{ kind, href }] : [];
  });
}
