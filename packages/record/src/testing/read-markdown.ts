import type { Block, Inline, Mark } from '@reportback/domain';
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * Reads Markdown with an independent parser, as blocks: what a reader of our exports gets back. HTML in it
 * is read only where we write it (line breaks, underline, highlight); anchors are skipped.
 */
export function readMarkdown(markdown: string): readonly Block[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return blocks(tree.children);
}

function blocks(nodes: readonly RootContent[]): readonly Block[] {
  return nodes.flatMap(block);
}

function block(node: RootContent): readonly Block[] {
  switch (node.type) {
    case 'paragraph': {
      const [only] = node.children;
      if (only?.type === 'image' && node.children.length === 1)
        return [{ kind: 'image', image: only.url, alt: only.alt ?? '' }];
      return [{ kind: 'paragraph', id: null, content: inlines(node.children) }];
    }
    case 'heading':
      return [
        {
          kind: 'heading',
          id: null,
          level: node.depth === 1 ? 1 : node.depth === 2 ? 2 : 3,
          content: inlines(node.children),
        },
      ];
    case 'list': {
      const items = node.children.map((item) => ({ blocks: blocks(item.children) }));
      if (node.ordered === true) return [{ kind: 'ordered-list', start: node.start ?? 1, items }];
      if (node.children.some((item) => typeof item.checked === 'boolean'))
        return [
          {
            kind: 'check-list',
            items: node.children.map((item) => ({
              checked: item.checked === true,
              blocks: blocks(item.children),
            })),
          },
        ];
      return [{ kind: 'bullet-list', items }];
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocks(node.children) }];
    case 'code':
      return [{ kind: 'code', language: node.lang ?? null, text: node.value }];
    case 'table':
      return [table(node)];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    default:
      throw new Error(`Our Markdown was read as a “${node.type}”, which we never write.`);
  }
}

function table(node: Table): Block {
  return {
    kind: 'table',
    rows: node.children.map((row, position) => ({
      cells: row.children.map((cell) => {
        const content = inlines(cell.children);
        return {
          header: position === 0,
          columns: 1,
          rows: 1,
          blocks: content.length === 0 ? [] : [{ kind: 'paragraph' as const, id: null, content }],
        };
      }),
    })),
  };
}

function inlines(nodes: readonly PhrasingContent[]): readonly Inline[] {
  const found: Inline[] = [];
  let htmlMarks: readonly Mark[] = [];
  const visit = (node: PhrasingContent, marks: readonly Mark[]): void => {
    const within = (mark: Mark, children: readonly PhrasingContent[]): void => {
      for (const child of children) visit(child, [...marks, mark]);
    };
    switch (node.type) {
      case 'text':
        found.push({ kind: 'text', text: node.value, marks: [...marks, ...htmlMarks] });
        return;
      case 'inlineCode':
        found.push({
          kind: 'text',
          text: node.value,
          marks: [...marks, ...htmlMarks, { kind: 'code' }],
        });
        return;
      case 'break':
        found.push({ kind: 'line-break' });
        return;
      case 'strong':
        return within({ kind: 'bold' }, node.children);
      case 'emphasis':
        return within({ kind: 'italic' }, node.children);
      case 'delete':
        return within({ kind: 'strike' }, node.children);
      case 'link':
        return within({ kind: 'link', href: node.url }, node.children);
      case 'html':
        if (node.value === '<br>') found.push({ kind: 'line-break' });
        else htmlMarks = afterTag(node.value, htmlMarks);
        return;
      default:
        throw new Error(`Our Markdown was read as a “${node.type}”, which we never write.`);
    }
  };
  for (const node of nodes) visit(node, []);
  return found;
}

function afterTag(tag: string, open: readonly Mark[]): readonly Mark[] {
  switch (tag) {
    case '<u>':
      return [...open, { kind: 'underline' }];
    case '</u>':
      return open.filter((mark) => mark.kind !== 'underline');
    case '<mark>':
      return [...open, { kind: 'highlight' }];
    case '</mark>':
      return open.filter((mark) => mark.kind !== 'highlight');
    default:
      if (/^<a id="[a-z0-9-]+">$|^<\/a>$/i.test(tag)) return open;
      throw new Error(`Our Markdown holds HTML that we never write: ${tag}`);
  }
}
