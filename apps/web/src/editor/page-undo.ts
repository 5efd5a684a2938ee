import { Settable } from '@reportback/client/readable';
import { cardOf, noteOf, origin } from '@reportback/document';
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * One undo for the whole page, note and card together, and only for what this person did: the editor
 * binding's own changes, and commands on the card. All editors of the page share it.
 */
export class PageUndo extends Y.UndoManager {
  /** Whether there is anything to undo, and anything to redo. */
  readonly possible = new Settable(
    { undo: false, redo: false },
    (a, b) => a.undo === b.undo && a.redo === b.redo,
  );

  constructor(doc: Y.Doc) {
    const card = cardOf(doc);
    super(card === null ? [noteOf(doc)] : [noteOf(doc), card.map], {
      trackedOrigins: new Set([ySyncPluginKey, origin.edit]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    });
    const look = () => this.possible.set({ undo: this.canUndo(), redo: this.canRedo() });
    this.on('stack-item-added', look);
    this.on('stack-item-popped', look);
    this.on('stack-cleared', look);
  }

  /** Each editor destroys its undo manager when it goes; this one lives as long as the page. */
  override destroy(): void {
    this.stopCapturing();
  }
}
