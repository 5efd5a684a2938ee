import type { Block, CheckItem, ListItem, TableCell, TableRow } from '@reportback/domain';
import * as Y from 'yjs';
import { blockIdOf } from './block-link.ts';
import { noteOf } from './group-document.ts';
import { headingLevels, isImageId, node } from './note-names.ts';
import { leaves, projectBlockText, projectLeaves, projectPlain } from './project-inline.ts';
import { readCount } from './read-value.ts';

/**
 * Levels of nesting that are read as such; what stands deeper is kept as one paragraph of text. It is the
 * depth that the server admits in a document.
 */
const deepest = 64;

/** The largest spans that HTML gives a meaning to. */
const widest = 1000;
const tallest = 65534;

/**
 * The note as everything but the editor sees it. It never throws, whatever the document holds: of what
 * it does not know it keeps the text.
 */
export function projectNote(doc: Y.Doc): readonly Block[] {
  return projectBlocks(noteOf(doc));
}

/** Like {@link projectNote}, of a fragment. */
export function projectBlocks(note: Y.XmlFragment): readonly Block[] {
  return blocks(note.toArray(), { depth: 0, ids: new Set() });
}

interface Place {
  readonly depth: number;
  /** Ids already given out; a copied block does not keep its twin's. */
  readonly ids: Set<string>;
}

function blocks(children: readonly unknown[], place: Place): readonly Block[] {
  const result: Block[] = [];
  let loose: (Y.Text | Y.XmlElement)[] = [];
  const settle = () => {
    const content = projectLeaves(loose);
    if (content.length > 0) result.push({ kind: 'paragraph', id: null, content });
    loose = [];
  };
  for (const child of children) {
    if (child instanceof Y.Text) loose.push(child);
    else if (child instanceof Y.XmlElement && child.nodeName === node.lineBreak) loose.push(child);
    else if (child instanceof Y.XmlFragment) {
      settle();
      result.push(...block(child, { ...place, depth: place.depth + 1 }));
    }
  }
  settle();
  return result;
}

/** One element as blocks: none where nothing is left of it, several where its frame is not known. */
function block(element: Y.XmlFragment, place: Place): readonly Block[] {
  if (place.depth > deepest) return asParagraph(element);
  if (!(element instanceof Y.XmlElement)) return blocks(element.toArray(), place);
  switch (element.nodeName) {
    case node.paragraph:
      return [{ kind: 'paragraph', id: ownId(element, place), content: projectBlockText(element) }];
    case node.heading:
      return [
        {
          kind: 'heading',
          id: ownId(element, place),
          level: headingLevel(element),
          content: projectBlockText(element),
        },
      ];
    case node.bulletList:
      return unlessEmpty(listItems(element, place), (items) => ({ kind: 'bullet-list', items }));
    case node.orderedList: {
      const start = readCount(attribute(element, 'start') ?? 1, 0, 999_999_999);
      return unlessEmpty(listItems(element, place), (items) => ({
        kind: 'ordered-list',
        start,
        items,
      }));
    }
    case node.checkList:
      return unlessEmpty(checkItems(element, place), (items) => ({ kind: 'check-list', items }));
    case node.quote:
      return unlessEmpty(blocks(element.toArray(), place), (within) => ({
        kind: 'quote',
        blocks: within,
      }));
    case node.code: {
      const language = attribute(element, 'language');
      return [
        {
          kind: 'code',
          language: typeof language === 'string' && language !== '' ? language : null,
          text: projectPlain(element),
        },
      ];
    }
    case node.table:
      return unlessEmpty(tableRows(element, place), (rows) => ({ kind: 'table', rows }));
    case node.image:
      return image(element);
    case node.rule:
      return [{ kind: 'rule' }];
    default:
      return blocks(element.toArray(), place);
  }
}

function unlessEmpty<Part>(
  parts: readonly Part[],
  make: (parts: readonly Part[]) => Block,
): readonly Block[] {
  return parts.length === 0 ? [] : [make(parts)];
}

function asParagraph(element: Y.XmlFragment): readonly Block[] {
  const content = projectLeaves(leaves(element));
  return content.length === 0 ? [] : [{ kind: 'paragraph', id: null, content }];
}

/** What a list or a table consists of; what stands there without being a part becomes one. */
interface Part {
  /** The item or cell itself, or null where something else stood in its place. */
  readonly element: Y.XmlElement | null;
  readonly blocks: readonly Block[];
}

function parts(
  children: readonly unknown[],
  names: readonly string[],
  { depth, ids }: Place,
): readonly Part[] {
  const place: Place = { depth: depth + 1, ids };
  return children.flatMap((child): readonly Part[] => {
    if (child instanceof Y.XmlElement && names.includes(child.nodeName))
      return [{ element: child, blocks: blocks(child.toArray(), place) }];
    const within = blocks([child], place);
    return within.length === 0 ? [] : [{ element: null, blocks: within }];
  });
}

function listItems(list: Y.XmlElement, place: Place): readonly ListItem[] {
  return parts(list.toArray(), [node.listItem], place).map((item) => ({ blocks: item.blocks }));
}

function checkItems(list: Y.XmlElement, place: Place): readonly CheckItem[] {
  return parts(list.toArray(), [node.checkItem], place).map(({ element, blocks: within }) => ({
    checked: element !== null && attribute(element, 'checked') === true,
    blocks: within,
  }));
}

function tableRows(table: Y.XmlElement, place: Place): readonly TableRow[] {
  return table.toArray().flatMap((row: unknown): readonly TableRow[] => {
    const isRow = row instanceof Y.XmlElement && row.nodeName === node.tableRow;
    const cells = parts(isRow ? row.toArray() : [row], [node.tableCell, node.tableHeader], {
      ...place,
      depth: place.depth + 1,
    }).map(tableCell);
    return cells.length === 0 ? [] : [{ cells }];
  });
}

function tableCell({ element, blocks: within }: Part): TableCell {
  return {
    header: element?.nodeName === node.tableHeader,
    columns: element === null ? 1 : readCount(attribute(element, 'colspan'), 1, widest),
    rows: element === null ? 1 : readCount(attribute(element, 'rowspan'), 1, tallest),
    blocks: within,
  };
}

function image(element: Y.XmlElement): readonly Block[] {
  const stored = attribute(element, 'image');
  const said = attribute(element, 'alt');
  const alt = typeof said === 'string' ? said : '';
  if (isImageId(stored)) return [{ kind: 'image', image: stored, alt }];
  return alt === ''
    ? []
    : [{ kind: 'paragraph', id: null, content: [{ kind: 'text', text: alt, marks: [] }] }];
}

function ownId(element: Y.XmlElement, { ids }: Place) {
  const id = blockIdOf(element);
  if (id === null || ids.has(id)) return null;
  ids.add(id);
  return id;
}

function headingLevel(element: Y.XmlElement): 1 | 2 | 3 {
  const level = readCount(attribute(element, 'level'), 1, headingLevels.length);
  return headingLevels[level - 1] ?? 1;
}

/** An attribute as it was stored: a number or a truth value as well as a text. */
function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name);
}
