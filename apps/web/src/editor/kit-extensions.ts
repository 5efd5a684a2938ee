/**
 * Stands in, in the page's bundle (see `vite.config.ts`), for `@tiptap/extensions` as the starter kit imports it: the two
 * that are in use, each by its own way in, without the others, which a bundler keeps all together.
 */
export { Dropcursor } from '@tiptap/extensions/drop-cursor';
export { Gapcursor } from '@tiptap/extensions/gap-cursor';
export { TrailingNode, UndoRedo } from './switched-off-kit.ts';
