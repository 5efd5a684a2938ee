import { Settable } from '@reportback/client/readable';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type BlockChoice, choicesFor } from './block-choices.ts';

/** The open menu: what it offers, which of it is chosen, and where on the screen the slash stands. */
export interface OpenSlashMenu {
  readonly choices: readonly BlockChoice[];
  readonly chosen: number;
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
}

/** What was typed after a slash that begins a line. */
interface Query {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The menu that a slash at the beginning of a line opens. It follows the text: deleting the slash closes
 * it, Escape keeps the slash as text.
 */
export class SlashMenu {
  readonly state = new Settable<OpenSlashMenu | null>(null);
  private readonly choices: readonly BlockChoice[];
  private view: EditorView | null = null;
  private query: Query | null = null;
  /** Where a slash stands that is meant as one. */
  private dismissed: number | null = null;
  private run: (choice: BlockChoice, query: Query) => void = () => undefined;

  readonly extension = Extension.create({
    name: 'slashMenu',
    priority: 1_002,
    addProseMirrorPlugins: () => [this.plugin()],
    onCreate: ({ editor }) => {
      this.run = (choice, { from, to }) => {
        editor.commands.deleteRange({ from, to });
        choice.apply(editor);
      };
    },
  });

  constructor(choices: readonly BlockChoice[]) {
    this.choices = choices;
  }

  choose(index: number): void {
    const choice = this.state.get()?.choices[index];
    if (choice && this.query) this.run(choice, this.query);
  }

  close(): void {
    this.dismissed = this.query?.from ?? null;
    this.state.set(null);
  }

  private plugin(): Plugin {
    return new Plugin({
      props: {
        handleKeyDown: (_, event) => this.press(event),
        handleDOMEvents: {
          blur: () => {
            this.state.set(null);
            return false;
          },
        },
      },
      view: (view) => {
        this.view = view;
        return {
          update: (_, before) => {
            if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection))
              this.follow(view.state);
          },
          destroy: () => this.state.set(null),
        };
      },
    });
  }

  private follow(state: EditorState): void {
    const query = queryAt(state);
    if (query?.from !== this.dismissed) this.dismissed = null;
    this.query = query;
    const choices = query === null ? [] : choicesFor(query.text, this.choices);
    if (query === null || choices.length === 0 || this.dismissed !== null || !this.view) {
      this.state.set(null);
      return;
    }
    const chosen = Math.min(this.state.get()?.chosen ?? 0, choices.length - 1);
    this.state.set({ choices, chosen, at: this.view.coordsAtPos(query.from) });
  }

  private press(event: KeyboardEvent): boolean {
    const open = this.state.get();
    if (open === null || event.isComposing) return false;
    const move = (by: number) => {
      const count = open.choices.length;
      this.state.set({ ...open, chosen: (open.chosen + by + count) % count });
    };
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        return true;
      case 'ArrowUp':
        move(-1);
        return true;
      case 'Enter':
      case 'Tab':
        this.choose(open.chosen);
        return true;
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
  }
}

function queryAt({ selection }: EditorState): Query | null {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const match = /^\/([\p{L}\d ]{0,20})$/u.exec(before);
  if (match === null) return null;
  return { from: $from.start(), to: $from.pos, text: match[1] ?? '' };
}
