/**
 * Stands in, in the page's bundle (see `vite.config.ts`), for parts of Tiptap's starter kit that are switched
 * off and would be fetched all the same: its links with their 15 KB of top-level domains, in whose place are
 * `note-link.ts` of the document package and `link-typing.ts`; and ProseMirror's history, in whose place is
 * `page-undo.ts`; and its drop cursor, in whose place is `drop-line.ts`. Nothing may ever call this.
 */
function switchedOff(): never {
  throw new Error('This part of the starter kit is switched off; see note-schema.ts.');
}

export const Link = { configure: switchedOff };
export const Dropcursor = { configure: switchedOff };
export const TrailingNode = { configure: switchedOff };
export const UndoRedo = { configure: switchedOff };
export const history = switchedOff;
export const undo = switchedOff;
export const redo = switchedOff;
