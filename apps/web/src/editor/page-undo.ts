import { cardOf, noteOf, origin } from '@reportback/document';
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * One undo for the whole page, note and card together, and only for what this person did: the editor
 * binding's own changes, and commands on the card. All editors of the page share it.
 */
export class PageUndo extends Y.UndoManager {
  constructor(doc: Y.Doc) {
    const card = cardOf(doc);
    super(card === null ? [noteOf(doc)] : [noteOf(doc), card.map], {
      trackedOrigins: new Set([ySyncPluginKey, origin.edit]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    });
  }

  /** Each editor destroys its undo manager when it goes; this one lives as long as the page. */
  override destroy(): void {
    this.stopCapturing();
  }

  /** Ends it, together with the page. */
  end(): void {
    super.destroy();
  }
}
