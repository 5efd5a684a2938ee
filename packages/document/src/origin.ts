/**
 * Who made a transaction in a group document. An undo manager tracks `edit` beside the editor binding's own
 * origin, so that a point made or moved by this person is theirs to undo; the others are nobody's.
 */
export const origin = {
  /** A person changed the card by a command: a point added, moved, removed, a role taken. */
  edit: 'reportback:edit',
  /** The server wrote a document's first content. */
  first: 'reportback:first',
  /** An older version's content was brought back. */
  restore: 'reportback:restore',
} as const;
