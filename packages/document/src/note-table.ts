import { type Attributes, mergeAttributes, Node } from '@tiptap/core';
import { node } from './note-names.ts';

/**
 * Tables as prosemirror-tables has them, without what edits them: a page fetches that once its note is
 * there, and readers and the import never need it.
 */
export const Table = Node.create({
  name: node.table,
  group: 'block',
  content: `${node.tableRow}+`,
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  // The wrapper scrolls a table that is wider than the note.
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    { class: 'tableWrapper' },
    ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  ],
  extendNodeSchema: ({ name }) => {
    const tableRole = roles[name];
    return tableRole === undefined ? {} : { tableRole };
  },
});

/** By these prosemirror-tables finds the parts of a table. */
const roles: Readonly<Record<string, string>> = {
  [node.table]: 'table',
  [node.tableRow]: 'row',
  [node.tableCell]: 'cell',
  [node.tableHeader]: 'header_cell',
};

export const TableRow = Node.create({
  name: node.tableRow,
  content: `(${node.tableCell} | ${node.tableHeader})*`,
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
});

export const TableHeader = Node.create({
  name: node.tableHeader,
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', mergeAttributes(HTMLAttributes), 0],
});

export const TableCell = Node.create({
  name: node.tableCell,
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0],
});

function cellAttributes(): Attributes {
  const span = (name: 'colspan' | 'rowspan'): Attributes[string] => ({
    default: 1,
    parseHTML: (element) => Math.max(1, Number(element.getAttribute(name)) || 1),
  });
  return {
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    // Notes have neither widths nor alignment; stock Tiptap editors know both.
    colwidth: { default: null, rendered: false, parseHTML: () => null },
    align: { default: null, rendered: false, parseHTML: () => null },
  };
}
