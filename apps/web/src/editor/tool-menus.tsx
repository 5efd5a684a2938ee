import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Ellipsis, ListTree } from 'lucide-react';
import { Menu, MenuItem } from '../design/menu.tsx';
import {
  codeChoice,
  headingChoices,
  numberedChoice,
  quoteChoice,
  ruleChoice,
  tableChoice,
  textChoice,
} from './block-choices.ts';
import type { NoteControls } from './note-controls.ts';
import { goToHeading, headingsOf } from './note-headings.ts';
import styles from './note-toolbar.module.css';
import { ToolButton } from './tool-button.tsx';

/** After a choice the caret goes on where it was, unless the choice opened a row with a field of its own. */
function backToCaret(editor: Editor, controls?: NoteControls): () => void {
  return () => {
    if (controls === undefined || controls.mode.get() === 'format')
      editor.commands.focus(undefined, { scrollIntoView: false });
  };
}

/** Makes the line a heading of one of three levels, or text again. */
export function HeadingMenu({ editor }: { readonly editor: Editor }) {
  const isHeading = useEditorState({ editor, selector: () => editor.isActive('heading') });
  return (
    <Menu
      onClosed={backToCaret(editor)}
      trigger={
        <ToolButton name="Headings" keys="# and a space" isOn={isHeading} className={styles.letter}>
          H
        </ToolButton>
      }
    >
      {[...headingChoices, textChoice].map((choice) => (
        <MenuItem key={choice.name} onChoose={() => choice.apply(editor.chain().focus()).run()}>
          {choice.name}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The note's headings, to go to; nothing while there are fewer than two. */
export function OutlineMenu({ editor }: { readonly editor: Editor }) {
  const headings = useEditorState({
    editor,
    selector: () => headingsOf(editor.state.doc),
    equalityFn: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  if (headings.length < 2) return null;
  return (
    <Menu
      onClosed={backToCaret(editor)}
      trigger={
        <ToolButton name="Outline" wideOnly>
          <ListTree size={20} strokeWidth={1.5} aria-hidden="true" />
        </ToolButton>
      }
    >
      {headings.map((heading) => (
        <MenuItem key={heading.position} onChoose={() => goToHeading(editor, heading)}>
          <span className={styles[`level${heading.level}`]}>{heading.text}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

const tableTools: readonly { name: string; apply: (chain: ChainedCommands) => ChainedCommands }[] =
  [
    { name: 'Add a row', apply: (chain) => chain.addRowAfter() },
    { name: 'Add a column', apply: (chain) => chain.addColumnAfter() },
    { name: 'Remove this row', apply: (chain) => chain.deleteRow() },
    { name: 'Remove this column', apply: (chain) => chain.deleteColumn() },
    { name: 'Remove the table', apply: (chain) => chain.deleteTable() },
  ];

const moreTools: readonly { name: string; apply: (chain: ChainedCommands) => ChainedCommands }[] = [
  { name: 'Highlight', apply: (chain) => chain.toggleHighlight() },
  { name: 'Strike through', apply: (chain) => chain.toggleStrike() },
  { name: 'Underline', apply: (chain) => chain.toggleUnderline() },
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
  const inTable = useEditorState({ editor, selector: () => editor.isActive('table') });
  return (
    <Menu
      onClosed={backToCaret(editor, controls)}
      trigger={
        <ToolButton name="More tools">
          <Ellipsis size={20} strokeWidth={1.5} aria-hidden="true" />
        </ToolButton>
      }
    >
      <MenuItem onChoose={() => controls.mode.set('find')}>Find in the note</MenuItem>
      <MenuItem onChoose={() => controls.mode.set('link')}>Link</MenuItem>
      {[...(inTable ? tableTools : []), ...moreTools].map(({ name, apply }) => (
        <MenuItem key={name} onChoose={() => apply(editor.chain().focus()).run()}>
          {name}
        </MenuItem>
      ))}
      {!inTable &&
        [...headingChoices, ...moreBlocks].map(({ name, apply }) => (
          <MenuItem key={name} onChoose={() => apply(editor.chain().focus()).run()}>
            {name}
          </MenuItem>
        ))}
    </Menu>
  );
}
