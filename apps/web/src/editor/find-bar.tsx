import type { Editor } from '@tiptap/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useReadable } from '../app/resource.ts';
import { Button } from '../design/button.tsx';
import type { NoteControls } from './note-controls.ts';
import styles from './note-toolbar.module.css';

/** In the tools' place: what to look for in the note. */
export function FindBar({
  editor,
  controls,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
}) {
  const { find } = controls;
  const { query, count, current } = useReadable(find.findings);
  const end = () => {
    find.end();
    controls.backToText(editor);
  };
  return (
    <search className={styles.bar}>
      <input
        // The bar opens because somebody asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={styles.input}
        type="search"
        value={query}
        placeholder="Find in the note"
        aria-label="Find in the note"
        onChange={(changed) => find.look(changed.target.value)}
        onKeyDown={(pressed) => {
          if (pressed.key === 'Escape') end();
          if (pressed.key === 'Enter') find.step(pressed.shiftKey ? -1 : 1);
        }}
      />
      <output className={styles.count}>
        {query.trim() === '' ? '' : count === 0 ? 'Not found' : `${current} of ${count}`}
      </output>
      <Button
        size="small"
        aria-label="The one before"
        disabled={count === 0}
        onClick={() => find.step(-1)}
      >
        <ChevronUp size={18} strokeWidth={1.5} aria-hidden="true" />
      </Button>
      <Button
        size="small"
        aria-label="The next one"
        disabled={count === 0}
        onClick={() => find.step(1)}
      >
        <ChevronDown size={18} strokeWidth={1.5} aria-hidden="true" />
      </Button>
      <Button size="small" kind="text" onClick={end}>
        Done
      </Button>
    </search>
  );
}
