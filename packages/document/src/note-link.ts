import { isSafeLink } from '@reportback/domain';
import { Mark } from '@tiptap/core';

/**
 * A link: its address and nothing else, and only an address that may be kept. How links come about while
 * typing is the editor's; typing behind one goes on without it.
 */
export const NoteLink = Mark.create({
  name: 'link',
  priority: 1_000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isSafeLink(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  renderHTML({ HTMLAttributes: { href } }) {
    const address = typeof href === 'string' && isSafeLink(href) ? { href } : {};
    return ['a', { ...address, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0];
  },
});
