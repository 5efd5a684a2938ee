import { Extension } from '@tiptap/core';

/** What the note's keys do beyond writing. */
export interface NoteKeyHandlers {
  makePoint(): void;
  find(): void;
  editLink(): void;
}

/** The note's own keys. They come before those of the nodes, where Mod-Enter ends a code block. */
export const NoteKeys = Extension.create<{ handlers: NoteKeyHandlers | null }>({
  name: 'noteKeys',
  priority: 1_001,
  addOptions: () => ({ handlers: null }),
  addKeyboardShortcuts() {
    const { handlers } = this.options;
    if (handlers === null) return {};
    const run = (act: () => void) => () => {
      act();
      return true;
    };
    return {
      'Mod-Enter': run(handlers.makePoint),
      'Mod-k': run(handlers.editLink),
      'Mod-Shift-f': run(handlers.find),
    };
  },
});
