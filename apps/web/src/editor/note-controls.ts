import { Settable } from '@reportback/client/readable';
import type { Editor } from '@tiptap/core';
import { blockChoices } from './block-choices.ts';
import { NoteFind } from './find.ts';
import { imageChoices } from './image-choices.ts';
import { type ImagesHere, NoteImages } from './note-images.ts';
import type { PageUndo } from './page-undo.ts';
import { SlashMenu } from './slash-menu.ts';
import type { TableTool } from './table-editing.ts';

/** What the row above the note shows: buttons, the address of a link, what to look for, who wrote, or a file to add. */
export type ToolMode = 'format' | 'link' | 'find' | 'writers' | 'file';

/** What belongs to one note's editor beside its text: its row of tools, its menu, its search. */
export class NoteControls {
  readonly mode = new Settable<ToolMode>('format');
  readonly find = new NoteFind();
  readonly slash: SlashMenu;
  readonly images: NoteImages;
  readonly undo: PageUndo;
  /** What one can do to a table; empty until that part of the page was fetched. */
  readonly tableTools = new Settable<readonly TableTool[]>([]);

  constructor(undo: PageUndo, images: ImagesHere) {
    this.undo = undo;
    this.images = new NoteImages(images, undo);
    this.slash = new SlashMenu([...blockChoices, ...imageChoices(this.images)]);
  }

  /** Goes back to the buttons, and to the text. */
  backToText(editor: Editor): void {
    this.mode.set('format');
    editor.commands.focus(undefined, { scrollIntoView: false });
  }
}
