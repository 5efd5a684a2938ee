import { mergeAttributes, Node } from '@tiptap/core';
import { isImageId, node } from './note-names.ts';

/**
 * An image that the server stores, by its id, never by an address. As HTML it has no `src`: the editor's
 * node view, which knows where the server keeps images, shows it; pasted HTML cannot bring one in from elsewhere.
 */
export const ImageNode = Node.create({
  name: node.image,
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      image: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-image'),
        renderHTML: ({ image }) => (isImageId(image) ? { 'data-image': image } : {}),
      },
      alt: { default: '', parseHTML: (element) => element.getAttribute('alt') ?? '' },
      // Pixels, so that the text around it keeps its place until the image has arrived.
      width: side('width'),
      height: side('height'),
    };
  },
  parseHTML() {
    return [
      {
        tag: 'img[data-image]',
        getAttrs: (element) => (isImageId(element.getAttribute('data-image')) ? null : false),
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['img', mergeAttributes(HTMLAttributes)];
  },
});

/** The longest side that is believed. */
const longest = 20_000;

function side(name: 'width' | 'height') {
  return {
    default: null,
    parseHTML: (element: { getAttribute(name: string): string | null }) => {
      const pixels = Number(element.getAttribute(name));
      return Number.isInteger(pixels) && pixels > 0 && pixels <= longest ? pixels : null;
    },
  };
}
