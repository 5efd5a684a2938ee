import type { Editor } from '@tiptap/core';
import { keydownHandler } from '@tiptap/pm/keymap';
import { type Command, Plugin } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
} from '@tiptap/pm/tables';

/** Something that one does to the table at the caret, as the menu offers it. */
export interface TableTool {
  readonly name: string;
  readonly apply: Command;
}

export const tableTools: readonly TableTool[] = [
  { name: 'Add a row', apply: addRowAfter },
  { name: 'Add a column', apply: addColumnAfter },
  { name: 'Remove this row', apply: deleteRow },
  { name: 'Remove this column', apply: deleteColumn },
  { name: 'Remove the table', apply: deleteTable },
];

const nextCell = goToNextCell(1);

/** Tab goes from cell to cell; from the last one into a new row. */
const nextCellOrRow: Command = (state, dispatch, view) => {
  if (nextCell(state, dispatch)) return true;
  if (!addRowAfter(state, dispatch) || view === undefined) return false;
  return nextCell(view.state, view.dispatch.bind(view));
};

/** Selecting cells, pasting into them and going through them, for an editor that is on the page. */
export function editTables(editor: Editor): void {
  editor.registerPlugin(
    new Plugin({
      props: {
        handleKeyDown: keydownHandler({
          Tab: nextCellOrRow,
          'Shift-Tab': goToNextCell(-1),
        }),
      },
    }),
    (plugin, plugins) => [plugin, ...plugins, tableEditing()],
  );
}
