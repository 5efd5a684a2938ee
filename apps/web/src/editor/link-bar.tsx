import { isSafeLink } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import { useId, useState } from 'react';
import { Button } from '../design/button.tsx';
import { hrefOf } from './link-typing.ts';
import type { NoteControls } from './note-controls.ts';
import styles from './note-toolbar.module.css';

/** In the tools' place: where the words at the caret lead. */
export function LinkBar({
  editor,
  controls,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
}) {
  const [before] = useState(() => hrefAt(editor));
  const [address, setAddress] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  const set = () => {
    const href = hrefOf(address);
    if (href === '') return remove();
    if (!isSafeLink(href)) {
      setProblem('A link begins with https://, http:// or mailto:.');
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    const { empty } = editor.state.selection;
    if (empty && before === '')
      chain.insertContent({
        type: 'text',
        text: address.trim(),
        marks: [{ type: 'link', attrs: { href } }],
      });
    else chain.setMark('link', { href });
    chain.run();
    controls.backToText(editor);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    controls.backToText(editor);
  };

  return (
    <form
      className={styles.bar}
      aria-label="Link"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        set();
      }}
    >
      <input
        // The bar opens because somebody asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={styles.input}
        type="url"
        inputMode="url"
        value={address}
        placeholder="https://"
        aria-label="Address of the link"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        onChange={(changed) => {
          setAddress(changed.target.value);
          setProblem(null);
        }}
        onKeyDown={(pressed) => pressed.key === 'Escape' && controls.backToText(editor)}
      />
      {problem !== null && (
        <span id={problemId} className={styles.problem} role="alert">
          {problem}
        </span>
      )}
      <Button type="submit" size="small" kind="primary">
        Set
      </Button>
      {before !== '' && (
        <Button size="small" onClick={remove}>
          Remove
        </Button>
      )}
      <Button size="small" kind="text" onClick={() => controls.backToText(editor)}>
        Cancel
      </Button>
    </form>
  );
}

function hrefAt(editor: Editor): string {
  const href: unknown = editor.getAttributes('link')['href'];
  return typeof href === 'string' ? href : '';
}
