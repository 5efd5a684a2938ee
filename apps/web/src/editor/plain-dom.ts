/**
 * Stands in, in the page's bundle (see `vite.config.ts`), for `lib0/dom`, of which the editor's binding to Yjs asks for the
 * document alone: the original brings 6.5 KB of checks of values along.
 */
export const doc = document;
