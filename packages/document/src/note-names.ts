/**
 * The names under which a note's nodes and marks are stored, once for the editor's schema, the projections
 * and the import. They are Tiptap's own, so that a stock Tiptap editor reads a note too.
 */
export const node = {
  paragraph: 'paragraph',
  heading: 'heading',
  bulletList: 'bulletList',
  orderedList: 'orderedList',
  listItem: 'listItem',
  checkList: 'taskList',
  checkItem: 'taskItem',
  quote: 'blockquote',
  code: 'codeBlock',
  table: 'table',
  tableRow: 'tableRow',
  tableCell: 'tableCell',
  tableHeader: 'tableHeader',
  image: 'image',
  rule: 'horizontalRule',
  lineBreak: 'hardBreak',
} as const;

/** Names of marks, in the order in which renderers nest them: a link outermost, code innermost. */
export const markNames = [
  'link',
  'bold',
  'italic',
  'underline',
  'strike',
  'highlight',
  'code',
] as const;

/** The attribute that holds a block's id, and the HTML attribute it is rendered as. */
export const blockIdAttribute = { stored: 'id', html: 'data-block' } as const;

/** Heading levels a note has; 1 is the largest. */
export const headingLevels = [1, 2, 3] as const;

/**
 * Whether a text can be the id of an image that the server stores. What is not, such as an address
 * elsewhere, is never shown as an image.
 */
export function isImageId(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);
}
