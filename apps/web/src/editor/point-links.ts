import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import styles from './point-links.module.css';

/** A block's id as the note holds it; a point's source is one of them, or of a block that is gone. */
type BlockKey = string;

/** Which blocks of the note are points of the card, and which of them is pointed at or written in. */
export interface PointLinks {
  /** A point's place on the card, from 1, by the block it was made from. */
  readonly places: ReadonlyMap<BlockKey, number>;
  readonly hot: BlockKey | null;
}

export interface PointLinkHandlers {
  /** The pointer entered a block that is a point, or left it (null). */
  onPoint(block: BlockKey | null): void;
  /** The caret entered a block; null for one that is no point's. */
  onCaret(block: BlockKey | null): void;
  /** The number in the margin was pressed. */
  onOpen(block: BlockKey): void;
}

interface Shown {
  readonly links: PointLinks;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>('pointLinks');
const noLinks: PointLinks = { places: new Map(), hot: null };

/**
 * Marks the lines of the note that are points of the card: their number in the margin, and a wash under the
 * one that is hot. All of it is attributes and generated content, so the text being typed is never touched.
 */
export const PointLinkMarks = Extension.create<{ handlers: PointLinkHandlers | null }>({
  name: 'pointLinks',
  addOptions: () => ({ handlers: null }),
  addProseMirrorPlugins() {
    const { handlers } = this.options;
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: (_, state) => show(state, noLinks),
          apply: (transaction, shown, _before, state) => {
            const links: PointLinks | undefined = transaction.getMeta(key);
            if (links !== undefined) return show(state, links);
            return transaction.docChanged ? show(state, shown.links) : shown;
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.decorations,
          handleDOMEvents: {
            mouseover: (_, event) => {
              handlers?.onPoint(blockUnder(event.target));
              return false;
            },
            mouseleave: () => {
              handlers?.onPoint(null);
              return false;
            },
            mousedown: (_, event) => {
              const block = numberUnder(event);
              if (block === null) return false;
              event.preventDefault();
              handlers?.onOpen(block);
              return true;
            },
          },
        },
        view: () => ({
          update: (view, before) => {
            if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc)
              handlers?.onCaret(view.hasFocus() ? blockAtCaret(view.state) : null);
          },
        }),
      }),
    ];
  },
});

/** Shows other links from now on. */
export function showPointLinks(
  view: { readonly state: EditorState; dispatch(tr: EditorState['tr']): void },
  links: PointLinks,
): void {
  view.dispatch(view.state.tr.setMeta(key, links).setMeta('addToHistory', false));
}

/** The id of the block that the caret is in, which only a point's source has. */
export function blockAtCaret({ selection }: EditorState): BlockKey | null {
  return idOf(selection.$from.parent);
}

function show(state: EditorState, links: PointLinks): Shown {
  if (links.places.size === 0) return { links, decorations: DecorationSet.empty };
  const found: Decoration[] = [];
  const seen = new Set<BlockKey>();
  state.doc.descendants((node, position) => {
    const id = idOf(node);
    const place = id === null ? undefined : links.places.get(id);
    if (id !== null && place !== undefined && !seen.has(id)) {
      // A copied block carries its twin's id; the first one is meant.
      seen.add(id);
      const isHot = links.hot === id;
      found.push(
        Decoration.node(position, position + node.nodeSize, {
          class: isHot ? `${styles['linked']} ${styles['hot']}` : (styles['linked'] ?? ''),
          'data-point': String(place),
        }),
      );
    }
    return !node.isTextblock;
  });
  return { links, decorations: DecorationSet.create(state.doc, found) };
}

function idOf(node: Node): BlockKey | null {
  const id: unknown = node.attrs['id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

function linkedElement(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-point][data-block]') : null;
}

function blockUnder(target: EventTarget | null): BlockKey | null {
  return linkedElement(target)?.dataset['block'] ?? null;
}

/** The block whose number was pressed: the number is generated content left of the block's own box. */
function numberUnder(event: MouseEvent): BlockKey | null {
  const element = linkedElement(event.target);
  if (element === null || event.clientX >= element.getBoundingClientRect().left) return null;
  return blockUnder(element);
}
