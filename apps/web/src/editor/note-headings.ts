import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** A heading of the note, as the outline lists it. */
export interface NoteHeading {
  readonly level: number;
  readonly text: string;
  /** Where it stands in the editor's document. */
  readonly position: number;
}

/** The note's headings in order; those without words are left out. */
export function headingsOf(doc: Node): readonly NoteHeading[] {
  const headings: NoteHeading[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'heading' && node.textContent.trim() !== '')
      headings.push({
        level: Number(node.attrs['level']),
        text: node.textContent.trim(),
        position,
      });
    return !node.isTextblock;
  });
  return headings;
}

/** Brings a heading into view with the caret behind its words. */
export function goToHeading(editor: Editor, { position }: NoteHeading): void {
  const end = position + (editor.state.doc.nodeAt(position)?.nodeSize ?? 2) - 1;
  editor.chain().focus(end, { scrollIntoView: false }).run();
  const element = editor.view.nodeDOM(position);
  if (element instanceof Element) element.scrollIntoView({ block: 'start' });
}
