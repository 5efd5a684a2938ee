import type { Images } from '../images.ts';
import { Markup } from './markup.ts';

// All images of an event do not fit into one text: JavaScript's end at half a gigabyte. So the page is written with a place for
// the bytes of each, which nobody's words can look like, because their “<” is escaped.

/** Where the bytes of an image go. */
export function imageSlot(image: string): Markup {
  return new Markup(`<image ${Buffer.from(image).toString('hex')}>`);
}

/** A page with its images in their places, piece by piece: no more than one of them need be in memory. */
export function* withImages(page: string, images: Images): Generator<string> {
  let end = 0;
  for (const { 0: slot, 1: name = '', index } of page.matchAll(/<image ([0-9a-f]*)>/g)) {
    yield page.slice(end, index);
    const image = images.get(Buffer.from(name, 'hex').toString());
    if (image !== undefined) yield Buffer.from(image.bytes).toString('base64');
    end = index + slot.length;
  }
  yield page.slice(end);
}
