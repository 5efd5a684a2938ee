import type { WritersView } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import {
  ArrowRightToLine,
  Image as ImageIcon,
  Link,
  List,
  Redo2,
  Search,
  SquareCheck,
  Table,
  Undo2,
} from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { type Resource, useReadable } from '../app/resource.ts';
import { Button } from '../design/button.tsx';
import { bulletChoice, checkChoice, quoteChoice, tableChoice } from './block-choices.ts';
import { fetched } from './fetched.ts';
import { later } from './later.tsx';
import { isApple, modKey } from './mod-key.ts';
import type { NoteControls } from './note-controls.ts';
import styles from './note-toolbar.module.css';
import { buttonsIn, keepPlace, moveFocus } from './roving-focus.ts';
import { ToolButton } from './tool-button.tsx';
import { HeadingMenu, MoreMenu, OutlineMenu } from './tool-menus.tsx';
import { useEditorValue } from './use-editor-value.ts';
import { whenIdle } from './when-idle.ts';

const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;

// Not needed for writing.
const AddFile = later(async () => (await import('./add-file/add-file.tsx')).AddFile, NotHere);
const bars = {
  find: () => import('./find-bar.tsx'),
  link: () => import('./link-bar.tsx'),
  writers: () => import('./writers-bar.tsx'),
};
const FindBar = later(async () => (await bars.find()).FindBar, NotHere);
const LinkBar = later(async () => (await bars.link()).LinkBar, NotHere);
const WritersBar = later(async () => (await bars.writers()).WritersBar, NotHere);

/**
 * The one row of tools of a note: buttons, or in their place the address of a link, the words to look for, or who
 * wrote. Who only reads has the tools for that.
 * @param writers whose the Yjs client ids in the note are
 * @param point the place of the point that the line at the caret already is, or null
 * @param makes what its last button does with the line
 * @param onMakePoint null for a note of whose lines nothing is made
 */
export function NoteToolbar(props: {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly controls: NoteControls;
  readonly writers: Resource<WritersView>;
  readonly canWrite: boolean;
  readonly point: number | null;
  readonly makes?: string;
  readonly onMakePoint: (() => void) | null;
}) {
  const mode = useReadable(props.controls.mode);
  // So that they open at once, and without a network too.
  useEffect(
    () => whenIdle(() => void fetched(Promise.all([bars.find(), bars.link(), bars.writers()]))),
    [],
  );
  return (
    <Suspense fallback={<div className={styles.bar} />}>
      {mode === 'find' ? (
        <FindBar {...props} />
      ) : mode === 'writers' ? (
        <WritersBar {...props} />
      ) : !props.canWrite ? (
        <ReadBar {...props} />
      ) : mode === 'link' ? (
        <LinkBar {...props} />
      ) : mode === 'file' ? (
        <AddFile {...props} />
      ) : (
        <FormatBar {...props} />
      )}
    </Suspense>
  );
}

/** Where there is no network, for tools that are not on this device yet. */
function NotHere({
  editor,
  controls,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
}) {
  return (
    <div className={styles.bar} role="alert">
      These tools come with the network.
      <Button size="small" kind="text" onClick={() => controls.backToText(editor)}>
        Back
      </Button>
    </div>
  );
}

function ReadBar({
  editor,
  controls,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
}) {
  return (
    <div className={styles.bar} role="toolbar" aria-label="Read">
      <ToolButton
        name="Find in the note"
        className={styles.alone}
        onClick={() => controls.mode.set('find')}
      >
        <Search {...icon} />
      </ToolButton>
      <OutlineMenu editor={editor} />
      <Button
        kind="text"
        size="small"
        onClick={() => {
          controls.mode.set('writers');
          editor.commands.focus(undefined, { scrollIntoView: false });
        }}
      >
        Who wrote this
      </Button>
    </div>
  );
}

function FormatBar({
  editor,
  controls,
  point,
  makes = 'Make point',
  onMakePoint,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
  readonly point: number | null;
  readonly makes?: string;
  readonly onMakePoint: (() => void) | null;
}) {
  const on = useEditorValue(editor, () => ({
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    code: editor.isActive('code'),
    bullets: bulletChoice.isActive(editor),
    checks: checkChoice.isActive(editor),
    quote: quoteChoice.isActive(editor),
    link: editor.isActive('link'),
  }));
  const { undo } = controls;
  const possible = useReadable(undo.possible);
  const bar = useRef<HTMLDivElement>(null);
  // One stop of the Tab key to begin with, as after that.
  useEffect(() => {
    for (const [index, button] of buttonsIn(bar.current ?? document.body).entries())
      button.tabIndex = index === 0 ? 0 : -1;
  }, []);
  const chain = () => editor.chain().focus();
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label="Format"
      tabIndex={-1}
      onKeyDown={(pressed) => moveFocus(pressed, ['ArrowLeft', 'ArrowRight'])}
      onFocus={({ currentTarget }) => keepPlace(currentTarget)}
    >
      <HeadingMenu editor={editor} />
      <ToolButton
        name="Bold"
        keys={`${modKey} B`}
        isOn={on.bold}
        className={styles.bold}
        onClick={() => chain().toggleBold().run()}
      >
        B
      </ToolButton>
      <ToolButton
        name="Italic"
        keys={`${modKey} I`}
        isOn={on.italic}
        className={styles.italic}
        onClick={() => chain().toggleItalic().run()}
      >
        I
      </ToolButton>
      <ToolButton
        name="Code"
        keys={`${modKey} E`}
        isOn={on.code}
        wideOnly
        className={styles.code}
        onClick={() => chain().toggleCode().run()}
      >
        &lt;/&gt;
      </ToolButton>
      <span className={styles.separator} />
      <ToolButton
        name="Bulleted list"
        keys="- and a space"
        isOn={on.bullets}
        onClick={() => bulletChoice.apply(editor)}
      >
        <List {...icon} />
      </ToolButton>
      <ToolButton
        name="Check list"
        keys="[ ] and a space"
        isOn={on.checks}
        onClick={() => checkChoice.apply(editor)}
      >
        <SquareCheck {...icon} />
      </ToolButton>
      <ToolButton
        name="Quote"
        keys="> and a space"
        isOn={on.quote}
        wideOnly
        className={styles.quote}
        onClick={() => quoteChoice.apply(editor)}
      >
        ”
      </ToolButton>
      <ToolButton
        name="Link"
        keys={`${modKey} K`}
        isOn={on.link}
        wideOnly
        onClick={() => controls.mode.set('link')}
      >
        <Link {...icon} />
      </ToolButton>
      <ToolButton name="Table" wideOnly onClick={() => tableChoice.apply(editor)}>
        <Table {...icon} />
      </ToolButton>
      <ToolButton
        name="Image"
        keys="JPEG, PNG or WebP up to 40 MB; scaled down, and where it was taken is removed"
        wideOnly
        onClick={() => void controls.images.choose(editor, 'files')}
      >
        <ImageIcon {...icon} />
      </ToolButton>
      <span className={styles.separator} />
      <ToolButton
        name="Undo"
        keys={`${modKey} Z`}
        aria-disabled={!possible.undo}
        onClick={() => undo.undo()}
      >
        <Undo2 {...icon} />
      </ToolButton>
      {possible.redo && (
        <ToolButton
          name="Redo"
          keys={`${modKey} ${isApple ? '⇧ Z' : 'Y'}`}
          wideOnly
          onClick={() => undo.redo()}
        >
          <Redo2 {...icon} />
        </ToolButton>
      )}
      <OutlineMenu editor={editor} />
      <MoreMenu editor={editor} controls={controls} />
      {onMakePoint !== null && (
        <button
          type="button"
          className={styles.point}
          onMouseDown={(pressed) => pressed.preventDefault()}
          onClick={onMakePoint}
        >
          <span className={styles.pointIcon}>
            <ArrowRightToLine {...icon} />
          </span>
          {point === null ? makes : `Point ${point}`}
          <span className={styles.keys} aria-hidden="true">
            <kbd>{modKey}</kbd>
            <kbd>↵</kbd>
          </span>
        </button>
      )}
    </div>
  );
}
