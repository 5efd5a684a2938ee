import { type Extensions, getSchema, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Highlight } from '@tiptap/extension-highlight';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import {
  BulletList,
  ListItem,
  ListKeymap,
  OrderedList,
  TaskItem,
  TaskList,
} from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import type { Schema } from '@tiptap/pm/model';
import { BlockId } from './block-id.ts';
import { ImageNode } from './image-node.ts';
import { NoteLink } from './note-link.ts';
import { headingLevels, node } from './note-names.ts';
import { Table, TableCell, TableHeader, TableRow } from './note-table.ts';

/** Code that may be bold or a link as well, as Markdown has it. */
const NoteCode = Code.extend({ excludes: 'code' });

/**
 * What notes and card texts have in common. Without an undo history, because collaboration undoes one's own
 * edits only.
 */
const words: Extensions = [
  Paragraph,
  Text,
  Bold,
  Italic,
  Underline,
  Strike,
  NoteLink,
  NoteCode,
  Highlight,
];

/** What the note's editor and the import are made of; collaboration, carets and node views come on top. */
export function noteExtensions(): Extensions {
  return [
    Document,
    ...words,
    Heading.configure({ levels: [...headingLevels] }),
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    TaskList,
    TaskItem.configure({ nested: true }),
    Blockquote,
    CodeBlock,
    HorizontalRule,
    HardBreak,
    Dropcursor,
    Gapcursor,
    Table,
    TableRow,
    TableHeader,
    TableCell,
    ImageNode,
    BlockId,
  ];
}

const OneParagraph = Node.create({ name: 'doc', topNode: true, content: node.paragraph });

/**
 * What the editor of a card's text (headline, point, ask, dissent) is made of: one paragraph with the
 * note's marks, so that a note's line can become a point without losing any.
 */
export function cardTextExtensions(): Extensions {
  return [OneParagraph, ...words];
}

let note: Schema | undefined;
let cardText: Schema | undefined;

/** The ProseMirror schema of a note. */
export function noteSchema(): Schema {
  note ??= getSchema(noteExtensions());
  return note;
}

/** The ProseMirror schema of a card's text. */
export function cardTextSchema(): Schema {
  cardText ??= getSchema(cardTextExtensions());
  return cardText;
}
