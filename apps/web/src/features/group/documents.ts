import { browserClock, OpenDocuments, windowSignals } from '@reportback/client';
import { schemaVersion } from '@reportback/document/project';
import { freshId } from '../../app/new-ids.ts';
import { imageShelf } from './image-shelf.ts';

/** Names this tab among the tabs of this browser. */
const visit = freshId();

/** The documents that this tab has open. */
export const documents = new OpenDocuments(
  {
    clock: browserClock,
    chance: Math.random,
    WebSocket,
    signals: windowSignals(window, browserClock),
    schemaVersion,
  },
  visit,
  imageShelf,
);

// What is unsaved is on this device and goes up at the next visit; but only if there is one.
window.addEventListener('beforeunload', (leaving) => {
  if (documents.hasUnsaved.get()) leaving.preventDefault();
});
