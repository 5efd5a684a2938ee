import { Editor, type JSONContent } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { afterEach, expect, test } from 'vitest';
import { noteExtensions } from './note-schema.ts';

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

/** An editor without a window: its commands and plugins run, nothing is drawn. */
function editing(...content: JSONContent[]): Editor {
  editor = new Editor({
    element: null,
    extensions: noteExtensions(),
    content: { type: 'doc', content },
  });
  // Tiptap hands its plugins over when it is mounted, which needs a window.
  const { plugins } = editor.extensionManager;
  editor.view.updateState(editor.state.reconfigure({ plugins }));
  return editor;
}

function line(text: string, id: string | null = null): JSONContent {
  return {
    type: 'paragraph',
    attrs: { id },
    content: text === '' ? [] : [{ type: 'text', text }],
  };
}

/** Each block with words or an id, as `text#id`. */
function blocks(of: Editor): readonly string[] {
  const found: string[] = [];
  of.state.doc.descendants((block) => {
    if (block.isTextblock) found.push(`${block.textContent}#${block.attrs['id'] ?? ''}`);
  });
  return found;
}

test('Enter within a line leaves its id with the first half', () => {
  const note = editing(line('onetwo', 'b1'));
  note.chain().setTextSelection(4).splitBlock().run();
  expect(blocks(note)).toEqual(['one#b1', 'two#']);
});

test('Enter at the end of a line begins a line without an id', () => {
  const note = editing(line('one', 'b1'));
  note.chain().setTextSelection(4).splitBlock().run();
  expect(blocks(note)).toEqual(['one#b1', '#']);
});

test('Enter before a line leaves the id with its words', () => {
  const note = editing(line('one', 'b1'));
  note.chain().setTextSelection(1).splitBlock().run();
  expect(blocks(note)).toEqual(['#', 'one#b1']);
});

test('Enter within a list item leaves the id with the first half', () => {
  const note = editing({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [line('onetwo', 'b1')] }],
  });
  note.chain().setTextSelection(6).splitListItem('listItem').run();
  expect(blocks(note)).toEqual(['one#b1', 'two#']);
});

test('a line keeps its id when it becomes a heading, a list or a quote', () => {
  const note = editing(line('one', 'b1'));
  note.chain().setTextSelection(2).toggleHeading({ level: 2 }).run();
  expect(blocks(note)).toEqual(['one#b1']);
  note.chain().toggleHeading({ level: 2 }).toggleBulletList().run();
  expect(blocks(note)).toEqual(['one#b1']);
  note.chain().toggleBulletList().toggleBlockquote().run();
  expect(blocks(note)).toEqual(['one#b1']);
});

test('a copied line does not keep its twin’s id', () => {
  const note = editing(line('one', 'b1'), line('two'));
  note.commands.insertContentAt(note.state.doc.content.size, line('one', 'b1'));
  expect(blocks(note)).toEqual(['one#b1', 'two#', 'one#']);
});

test('what came from other people is not tidied up here', () => {
  const note = editing(line('one', 'b1'), line('two'));
  const twin = note.schema.nodeFromJSON(line('one', 'b1'));
  note.view.dispatch(
    note.state.tr.insert(0, twin).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  );
  expect(blocks(note)).toEqual(['one#b1', 'one#b1', 'two#']);
});
