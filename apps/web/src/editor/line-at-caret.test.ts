import { Schema } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { lineAtCaret } from './line-at-caret.ts';

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
});
const line = (text: string) =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
const doc = schema.node('doc', null, [
  line('  Ana writes  one profile '),
  line(''),
  line('Who pays?'),
]);

/** What is the line for a selection between two places. */
const at = (from: number, to = from) =>
  lineAtCaret(EditorState.create({ doc, selection: TextSelection.create(doc, from, to) }));

it('takes the whole line at the caret, or what is selected of one line', () => {
  expect(at(5)).toBe('Ana writes one profile');
  expect(at(3, 13)).toBe('Ana writes');
  expect(at(29)).toBe('');
  expect(at(28)).toBe('');
  expect(at(5, 33)).toBe('Ana writes one profile');
});
