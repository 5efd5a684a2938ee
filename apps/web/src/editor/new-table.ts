import type { Editor } from '@tiptap/core';
import type { NodeType } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

const rows = 3;
const columns = 3;

/** Puts an empty table of three by three, its first row for headings, behind the line at the caret. */
export function insertTable(editor: Editor): void {
  const { state, view } = editor;
  const { table, tableRow, tableHeader, tableCell } = state.schema.nodes;
  if (!table || !tableRow || !tableHeader || !tableCell) return;
  const row = (cell: NodeType) =>
    tableRow.create(
      null,
      Array.from({ length: columns }, () => cell.createChecked(null, empty)),
    );
  const empty = state.schema.node('paragraph');
  const made = table.create(
    null,
    Array.from({ length: rows }, (_, index) => row(index === 0 ? tableHeader : tableCell)),
  );
  const start = state.selection.from;
  const { tr } = state;
  tr.replaceSelectionWith(made);
  // There has to be a line to go on in behind it.
  if (tr.doc.lastChild?.type === table) tr.insert(tr.doc.content.size, empty);
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView());
  view.focus();
}
