/**
 * Stands in, in the page's bundle (see `vite.config.ts`), for `lib0/logging`, with which Yjs warns of its wrong use: the
 * original brings 3 KB along for colouring what it prints.
 */
function toConsole(...words: readonly unknown[]): void {
  // oxlint-disable-next-line no-console -- this is where Yjs warns.
  console.warn(...words.filter((word) => word !== ''));
}

export const print = toConsole;
export const warn = toConsole;
export const [ORANGE, RED, BOLD, UNBOLD] = ['', '', '', ''];
