import { isSafeLink } from '@reportback/domain';
import { Extension, InputRule } from '@tiptap/core';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';

/** An address that stands by itself: with a scheme, beginning with `www.`, or of a mailbox. */
const address = /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/i;
const typedAddress = new RegExp(`(?:^|[\\s(])(${address.source})\\s$`, 'i');
const markdownLink = /\[([^\]\n]+)\]\(([^)\s]+)\)$/;

/**
 * Links from typing and pasting: an address becomes one with the space behind it, Markdown's `[words](address)`
 * with its bracket, and an address that is pasted onto selected words makes them one.
 */
export const LinkTyping = Extension.create({
  name: 'linkTyping',
  addInputRules: () => [
    new InputRule({
      find: typedAddress,
      handler: ({ state, range, match }) => {
        const typed = withoutPunctuation(match[1] ?? '');
        const start = range.from + (match[0].length - 1 - (match[1] ?? '').length);
        // The space that completed the match is not in the document yet.
        state.tr.insertText(' ', range.to);
        link(state.tr, state, start, start + typed.length, hrefOf(typed));
      },
    }),
    new InputRule({
      find: markdownLink,
      handler: ({ state, range, match }) => {
        const [, words = '', typed = ''] = match;
        const href = hrefOf(typed);
        if (!isSafeLink(href)) return null;
        state.tr.insertText(words, range.from, range.to);
        link(state.tr, state, range.from, range.from + words.length, href);
        return;
      },
    }),
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste: (view, event) => {
          const text = event.clipboardData?.getData('text/plain').trim() ?? '';
          const found = address.exec(text);
          const { state } = view;
          if (found?.[0] !== text || state.selection.$from.parent.type.spec.code) return false;
          const { from, to, empty } = state.selection;
          const { tr } = state;
          if (empty) tr.insertText(text, from);
          link(tr, state, from, empty ? from + text.length : to, hrefOf(text));
          view.dispatch(tr.scrollIntoView());
          return true;
        },
      },
    }),
  ],
});

/** The address that somebody typed, with the scheme that people leave out. */
export function hrefOf(typed: string): string {
  const text = typed.trim();
  if (text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  return text.includes('@') && !text.includes('/') ? `mailto:${text}` : `https://${text}`;
}

/** A sentence's full stop or bracket behind an address is not part of it. */
function withoutPunctuation(typed: string): string {
  return typed.replace(/[.,;:!?)\]'"”’]+$/, '');
}

function link(tr: Transaction, { schema }: EditorState, from: number, to: number, href: string) {
  const { link: mark } = schema.marks;
  if (mark === undefined || !isSafeLink(href)) return;
  tr.addMark(from, to, mark.create({ href })).removeStoredMark(mark);
}
