import { Settable } from '@reportback/client/readable';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import styles from './find.module.css';

interface Match {
  readonly from: number;
  readonly to: number;
}

/** What was looked for in the note and what was found; `current` counts from 1, 0 when nothing is found. */
export interface Findings {
  readonly query: string;
  readonly count: number;
  readonly current: number;
}

interface Found {
  readonly query: string;
  readonly matches: readonly Match[];
  readonly current: number;
}

const key = new PluginKey<Found>('find');
const nothing: Found = { query: '', matches: [], current: 0 };

/** Finding words in one note: marks all matches and goes from one to the next. */
export class NoteFind {
  readonly findings = new Settable<Findings>(
    { query: '', count: 0, current: 0 },
    (a, b) => a.query === b.query && a.count === b.count && a.current === b.current,
  );
  private view: EditorView | null = null;

  readonly extension = Extension.create({
    name: 'find',
    addProseMirrorPlugins: () => [this.plugin()],
  });

  /** Looks for words, in any case; an empty query ends the search. */
  look(query: string): void {
    this.set({ ...nothing, query });
    this.show();
  }

  /** Goes to the next match, or to the one before. */
  step(by: 1 | -1): void {
    const found = this.view && key.getState(this.view.state);
    if (!found || found.matches.length === 0) return;
    const count = found.matches.length;
    this.set({ ...found, current: (found.current + by + count) % count });
    this.show();
  }

  /** Puts the caret at the present match and ends the search. */
  end(): void {
    this.look('');
  }

  private set(found: Found): void {
    const { view } = this;
    if (view) view.dispatch(view.state.tr.setMeta(key, found).setMeta('addToHistory', false));
  }

  private show(): void {
    requestAnimationFrame(() =>
      this.view?.dom.querySelector(`.${styles['current']}`)?.scrollIntoView({ block: 'center' }),
    );
  }

  private plugin(): Plugin<Found> {
    return new Plugin<Found>({
      key,
      state: {
        init: () => nothing,
        apply: (transaction, found) => {
          const asked: Found | undefined = transaction.getMeta(key);
          if (asked === undefined && (!transaction.docChanged || found.query === '')) return found;
          const { query, current } = asked ?? found;
          const matches = matchesIn(transaction.doc, query);
          return { query, matches, current: Math.min(current, Math.max(0, matches.length - 1)) };
        },
      },
      props: { decorations: (state) => marks(key.getState(state) ?? nothing, state.doc) },
      view: (view) => {
        this.view = view;
        return {
          update: () => {
            const { query, matches, current } = key.getState(view.state) ?? nothing;
            const count = matches.length;
            this.findings.set({ query, count, current: count === 0 ? 0 : current + 1 });
          },
          destroy: () => {
            this.view = null;
          },
        };
      },
    });
  }
}

function matchesIn(doc: Node, query: string): readonly Match[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  const matches: Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    // Every inline that is no text counts as one character, as it does for positions.
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc').toLocaleLowerCase();
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length))
      matches.push({ from: position + 1 + at, to: position + 1 + at + wanted.length });
    return false;
  });
  return matches;
}

function marks({ matches, current }: Found, doc: Node): DecorationSet {
  if (matches.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    doc,
    matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, {
        class:
          index === current ? `${styles['match']} ${styles['current']}` : (styles['match'] ?? ''),
      }),
    ),
  );
}
