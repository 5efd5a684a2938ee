import { browserClock, ImageShelf, windowSignals } from '@reportback/client';
import { sendImage } from '../../editor/send-image.ts';

/** The images that were added on this device, of whatever table; they go up while any note is open. */
export const imageShelf = new ImageShelf({
  clock: browserClock,
  chance: Math.random,
  signals: windowSignals(window, browserClock),
  send: sendImage,
});
