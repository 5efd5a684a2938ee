import type { ChainedCommands, Editor } from '@tiptap/core';
import { insertTable } from './new-table.ts';

const by = (change: (chain: ChainedCommands) => ChainedCommands) => (editor: Editor) => {
  change(editor.chain().focus()).run();
};

/** A kind of block that a line can become, as menus offer it. */
export interface BlockChoice {
  readonly name: string;
  /** What to type at the beginning of a line for the same; empty where there is nothing to type. */
  readonly typed: string;
  /** More words under which it is found. */
  readonly words: string;
  /** Makes the line at the caret one; the caret goes on in it. */
  readonly apply: (editor: Editor) => void;
  readonly isActive: (editor: Editor) => boolean;
}

export const headingChoices: readonly BlockChoice[] = ([1, 2, 3] as const).map((level) => ({
  name: ['Heading', 'Subheading', 'Small heading'][level - 1] ?? '',
  typed: '#'.repeat(level),
  words: `h${level} title section`,
  apply: by((chain) => chain.setHeading({ level })),
  isActive: (editor) => editor.isActive('heading', { level }),
}));

export const textChoice: BlockChoice = {
  name: 'Text',
  typed: '',
  words: 'paragraph plain normal',
  apply: by((chain) => chain.setParagraph()),
  isActive: (editor) => editor.isActive('paragraph'),
};

export const bulletChoice: BlockChoice = {
  name: 'Bulleted list',
  typed: '-',
  words: 'bullet unordered points',
  apply: by((chain) => chain.toggleBulletList()),
  isActive: (editor) => editor.isActive('bulletList'),
};

export const numberedChoice: BlockChoice = {
  name: 'Numbered list',
  typed: '1.',
  words: 'ordered',
  apply: by((chain) => chain.toggleOrderedList()),
  isActive: (editor) => editor.isActive('orderedList'),
};

export const checkChoice: BlockChoice = {
  name: 'Check list',
  typed: '[ ]',
  words: 'task todo box tick',
  apply: by((chain) => chain.toggleTaskList()),
  isActive: (editor) => editor.isActive('taskList'),
};

export const quoteChoice: BlockChoice = {
  name: 'Quote',
  typed: '>',
  words: 'citation blockquote',
  apply: by((chain) => chain.toggleBlockquote()),
  isActive: (editor) => editor.isActive('blockquote'),
};

export const codeChoice: BlockChoice = {
  name: 'Code',
  typed: '```',
  words: 'pre program block',
  apply: by((chain) => chain.toggleCodeBlock()),
  isActive: (editor) => editor.isActive('codeBlock'),
};

export const tableChoice: BlockChoice = {
  name: 'Table',
  typed: '',
  words: 'grid rows columns',
  apply: insertTable,
  isActive: (editor) => editor.isActive('table'),
};

export const ruleChoice: BlockChoice = {
  name: 'Line across',
  typed: '---',
  words: 'rule divider separator horizontal',
  apply: by((chain) => chain.setHorizontalRule()),
  isActive: () => false,
};

/** Everything that a line can become, in the order in which it is offered. */
export const blockChoices: readonly BlockChoice[] = [
  ...headingChoices,
  bulletChoice,
  numberedChoice,
  checkChoice,
  quoteChoice,
  codeChoice,
  tableChoice,
  ruleChoice,
  textChoice,
];

/** Of choices those whose name or words begin with what was typed, by name first. */
export function choicesFor(
  query: string,
  choices: readonly BlockChoice[] = blockChoices,
): readonly BlockChoice[] {
  const wanted = query.trim().toLowerCase();
  const begins = (text: string) =>
    text
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(wanted));
  const named = choices.filter(({ name }) => begins(name));
  return [...named, ...choices.filter((each) => !named.includes(each) && begins(each.words))];
}
