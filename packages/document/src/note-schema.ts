import { type Extensions, getSchema, Node } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Highlight } from '@tiptap/extension-highlight';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit, type StarterKitOptions } from '@tiptap/starter-kit';
import { BlockId } from './block-id.ts';
import { ImageNode } from './image-node.ts';
import { NoteLink } from './note-link.ts';
import { headingLevels, node } from './note-names.ts';
import { Table, TableCell, TableHeader, TableRow } from './note-table.ts';

/** Code that may be bold or a link as well, as Markdown has it. */
const NoteCode = Code.extend({ excludes: 'code' });

/** What notes and card texts have in common of the kit; the two they bring themselves are off. */
const kit = {
  // Collaboration undoes one's own edits only, which ProseMirror's history cannot.
  undoRedo: false,
  // It would write an empty paragraph into every note that ends otherwise, once for each reader.
  trailingNode: false,
  link: false,
  code: false,
  // The page draws it itself, once something is dragged.
  dropcursor: false,
  heading: { levels: [...headingLevels] },
} satisfies Partial<StarterKitOptions>;

/** What the note's editor and the import are made of; collaboration, carets and node views come on top. */
export function noteExtensions(): Extensions {
  return [
    StarterKit.configure(kit),
    NoteLink,
    NoteCode,
    Highlight,
    TaskList,
    TaskItem.configure({ nested: true }),
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
  const marksOnly = {
    ...kit,
    document: false,
    heading: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    blockquote: false,
    codeBlock: false,
    horizontalRule: false,
    hardBreak: false,
    gapcursor: false,
  } satisfies Partial<StarterKitOptions>;
  return [OneParagraph, StarterKit.configure(marksOnly), NoteLink, NoteCode, Highlight];
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
