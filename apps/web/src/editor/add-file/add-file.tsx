import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import type { NoteControls } from '../note-controls.ts';
import styles from '../note-toolbar.module.css';
import { appendContent } from './append-content.ts';
import { type Found, findContent, noteContent } from './found-content.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { mostBytes } from './recognise-file.ts';
import { UnusableFile } from './unusable-file.ts';

type Adding =
  | { readonly is: 'choosing'; readonly problem: string | null }
  | { readonly is: 'busy'; readonly words: string }
  | { readonly is: 'found'; readonly name: string; readonly file: ReadFile; readonly found: Found };

/** Asks for a Markdown, HTML or Word file, says what was found in it, and adds it at the end of the note. */
export function AddFile({
  editor,
  controls,
}: {
  readonly editor: Editor;
  readonly controls: NoteControls;
}) {
  const [adding, setAdding] = useState<Adding>({ is: 'choosing', problem: null });
  const field = useRef<HTMLInputElement>(null);
  const close = () => controls.backToText(editor);

  const read = async (chosen: File) => {
    setAdding({ is: 'busy', words: `Reading ${chosen.name} …` });
    try {
      const file = await readFile(chosen);
      const found = await findContent(chosen.name, file, editor.schema);
      setAdding({ is: 'found', name: chosen.name, file, found });
    } catch (error) {
      const problem =
        error instanceof UnusableFile
          ? error.message
          : `${chosen.name} could not be read. Open it, save it again, and add that file; nothing was changed.`;
      setAdding({ is: 'choosing', problem });
    }
  };

  const add = async (file: ReadFile) => {
    setAdding({ is: 'busy', words: 'Adding …' });
    const content = await noteContent(file, editor.schema, (body) => controls.images.takeIn(body));
    // Locked meanwhile: the page says so.
    if (editor.isInitialized && editor.isEditable) appendContent(editor, controls.undo, content);
    close();
    if (editor.isInitialized) editor.commands.focus('end');
  };

  return (
    <div className={styles.bar}>
      <Dialog
        title="Add a file to this note"
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            {adding.is === 'found' ? (
              <Button kind="primary" onClick={() => void add(adding.file)}>
                Add to the note
              </Button>
            ) : (
              <Button
                kind="primary"
                disabled={adding.is === 'busy'}
                onClick={() => field.current?.click()}
              >
                Choose a file
              </Button>
            )}
          </>
        }
      >
        <input
          ref={field}
          type="file"
          hidden
          aria-label="File"
          accept=".md,.markdown,.txt,.html,.htm,.docx"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (chosen !== undefined) void read(chosen);
          }}
        />
        <div role="status">
          {adding.is === 'busy' && <p>{adding.words}</p>}
          {adding.is === 'choosing' && (
            <p>
              {adding.problem ??
                `Markdown, HTML or a Word document (.docx), up to ${mostBytes / 1_000_000} MB. You see what was found before anything is added.`}
            </p>
          )}
          {adding.is === 'found' && (
            <>
              <p>
                Found in {adding.name}: {adding.found.taken}. It goes to the end of the note; undo
                takes it back.
              </p>
              {adding.found.remarks.length > 0 && <p>Please note:</p>}
              <ul>
                {adding.found.remarks.map((remark) => (
                  <li key={remark}>{remark}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Dialog>
    </div>
  );
}
