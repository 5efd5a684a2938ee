import type { Editor } from '@tiptap/core';
import { useCallback, useRef, useSyncExternalStore } from 'react';

/**
 * Something that follows from an editor's state, in a component; renders anew when it changes.
 * @param read makes an object of plain values, or one value
 */
export function useEditorValue<Value>(editor: Editor, read: (editor: Editor) => Value): Value {
  const last = useRef<{ readonly value: Value; readonly text: string } | null>(null);
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on('transaction', changed);
      return () => {
        editor.off('transaction', changed);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => {
    const value = read(editor);
    const text = JSON.stringify(value);
    if (last.current?.text !== text) last.current = { value, text };
    return last.current.value;
  });
}
