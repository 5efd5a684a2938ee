/**
 * Stands in for `linkifyjs` in the page's bundle (see `vite.config.ts`). Tiptap's starter kit imports its link
 * extension, and with it 15 KB of top-level domains, whether or not links are switched on; our links are
 * `note-link.ts` of the document package and `link-typing.ts`. Nothing may ever call this.
 */
function switchedOff(): never {
  throw new Error('The starter kit’s own links are switched off; see note-schema.ts.');
}

export const find = switchedOff;
export const tokenize = switchedOff;
export const registerCustomProtocol = switchedOff;
export const reset = switchedOff;
