import type { Editor } from '@tiptap/core';
import { Ellipsis, ListTree } from 'lucide-react';
import { classes } from '../design/classes.ts';
import {
  codeChoice,
  headingChoices,
  numberedChoice,
  quoteChoice,
  ruleChoice,
  tableChoice,
  textChoice,
} from './block-choices.ts';
import { imageChoices } from './image-choices.ts';
import type { NoteControls } from './note-controls.ts';
import { goToHeading, headingsOf } from './note-headings.ts';
import styles from './note-toolbar.module.css';
import { PopItem, PopMenu } from './pop-menu.tsx';
import { ToolButton } from './tool-button.tsx';
import { useEditorValue } from './use-editor-value.ts';

/** After a choice the caret goes on where it was, unless the choice opened a row with a field of its own. */
function backToCaret(editor: Editor, controls?: NoteControls): () => void {
  return () => {
    const mode = controls?.mode.get() ?? 'format';
    if (mode === 'format' || mode === 'writers')
      editor.commands.focus(undefined, { scrollIntoView: false });
  };
}

/** Makes the line a heading of one of three levels, or text again. */
export function HeadingMenu({ editor }: { readonly editor: Editor }) {
  const isHeading = useEditorValue(editor, () => editor.isActive('heading'));
  return (
    <PopMenu
      label="Headings"
      onDone={backToCaret(editor)}
      button={(opens) => (
        <ToolButton
          name="Headings"
          keys="# and a space"
          className={classes(styles.letter, isHeading && styles.on)}
          {...opens}
        >
          H
        </ToolButton>
      )}
    >
      {[...headingChoices, textChoice].map((choice) => (
        <PopItem key={choice.name} onChoose={() => choice.apply(editor)}>
          {choice.name}
        </PopItem>
      ))}
    </PopMenu>
  );
}

/** The note's headings, to go to; nothing while there are fewer than two. */
export function OutlineMenu({ editor }: { readonly editor: Editor }) {
  const headings = useEditorValue(editor, () => headingsOf(editor.state.doc));
  if (headings.length < 2) return null;
  return (
    <PopMenu
      label="Outline"
      button={(opens) => (
        <ToolButton name="Outline" wideOnly {...opens}>
          <ListTree size={20} strokeWidth={1.5} aria-hidden="true" />
        </ToolButton>
      )}
    >
      {headings.map((heading) => (
        <PopItem key={heading.position} onChoose={() => goToHeading(editor, heading)}>
          <span className={styles[`level${heading.level}`]}>{heading.text}</span>
        </PopItem>
      ))}
    </PopMenu>
  );
}

const moreMarks: readonly { name: string; apply: (editor: Editor) => void }[] = [
  { name: 'Highlight', apply: (editor) => editor.chain().focus().toggleHighlight().run() },
  { name: 'Strike through', apply: (editor) => editor.chain().focus().toggleStrike().run() },
  { name: 'Underline', apply: (editor) => editor.chain().focus().toggleUnderline().run() },
];

const moreBlocks = [numberedChoice, quoteChoice, codeChoice, tableChoice, ruleChoice];

/** What is needed less often; inside a table, what one does to tables. */
export function MoreMenu({
  editor,
  controls,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
}) {
  const inTable = useEditorValue(editor, () => editor.isActive('table'));
  return (
    <PopMenu
      label="More tools"
      onDone={backToCaret(editor, controls)}
      button={(opens) => (
        <ToolButton name="More tools" {...opens}>
          <Ellipsis size={20} strokeWidth={1.5} aria-hidden="true" />
        </ToolButton>
      )}
    >
      <PopItem onChoose={() => controls.mode.set('find')}>Find in the note</PopItem>
      <PopItem onChoose={() => controls.mode.set('writers')}>Who wrote this</PopItem>
      <PopItem onChoose={() => controls.mode.set('link')}>Link</PopItem>
      <PopItem onChoose={() => controls.mode.set('file')}>Add a file to this note …</PopItem>
      {inTable &&
        controls.tableTools.get().map(({ name, apply }) => (
          <PopItem key={name} onChoose={() => apply(editor.state, editor.view.dispatch)}>
            {name}
          </PopItem>
        ))}
      {[
        ...imageChoices(controls.images),
        ...moreMarks,
        ...(inTable ? [] : [...headingChoices, ...moreBlocks]),
      ].map(({ name, apply }) => (
        <PopItem key={name} onChoose={() => apply(editor)}>
          {name}
        </PopItem>
      ))}
    </PopMenu>
  );
}
