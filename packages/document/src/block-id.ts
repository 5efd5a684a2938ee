import { Extension } from '@tiptap/core';
import { blockIdAttribute, node } from './note-names.ts';

/**
 * Gives paragraphs and headings the attribute that points of the card refer to. It is empty until a point
 * is made (`linkBlock` sets it); splitting a block leaves it with one half only.
 */
export const BlockId = Extension.create({
  name: 'blockId',
  addGlobalAttributes() {
    return [
      {
        types: [node.paragraph, node.heading],
        attributes: {
          [blockIdAttribute.stored]: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute(blockIdAttribute.html),
            renderHTML: (attributes) => {
              const id: unknown = attributes[blockIdAttribute.stored];
              return typeof id === 'string' ? { [blockIdAttribute.html]: id } : {};
            },
          },
        },
      },
    ];
  },
});
