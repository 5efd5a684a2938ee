/**
 * Stands in, in the page's bundle (see `vite.config.ts`), for `@tiptap/extensions` as the starter kit imports it: the one
 * that is in use, by its own way in, without the others, which a bundler keeps all together.
 */
export { Gapcursor } from '@tiptap/extensions/gap-cursor';
export { Dropcursor, TrailingNode, UndoRedo } from './switched-off-kit.ts';
