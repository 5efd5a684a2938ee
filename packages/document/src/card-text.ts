import type { Inline, Mark } from '@reportback/domain';
import { unreachable } from '@reportback/domain';
import * as Y from 'yjs';
import { node } from './note-names.ts';

/**
 * A new text of a card: one paragraph that already has its (perhaps empty) text, so that two people who
 * begin to type at once write into the same one. Line breaks become spaces.
 */
export function newCardText(content: readonly Inline[]): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  fragment.insert(0, [newParagraph(content)]);
  return fragment;
}

/** A new paragraph with its text, as the editor's binding would write it. */
export function newParagraph(content: readonly Inline[]): Y.XmlElement {
  const text = new Y.XmlText();
  text.applyDelta(
    content.map((inline) =>
      inline.kind === 'text'
        ? {
            insert: inline.text.replace(/\s*\n\s*/g, ' '),
            attributes: Object.fromEntries(inline.marks.map(markAttribute)),
          }
        : { insert: ' ' },
    ),
  );
  const paragraph = new Y.XmlElement(node.paragraph);
  paragraph.insert(0, [text]);
  return paragraph;
}

/** A mark as the editor's binding stores it: its name, and its attributes. */
function markAttribute(mark: Mark): readonly [string, Readonly<Record<string, string>>] {
  switch (mark.kind) {
    case 'link':
      return [mark.kind, { href: mark.href }];
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'highlight':
    case 'code':
      return [mark.kind, {}];
    default:
      return unreachable(mark);
  }
}
