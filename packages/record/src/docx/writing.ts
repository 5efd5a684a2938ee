import type { ILevelsOptions } from 'docx';
import type { Images } from '../images.ts';
import { numberLevels } from './style.ts';

/** Reference of the one kind of bulleted list. */
export const bullets = 'bullets';

/**
 * What a document gathers while it is written: Word wants short names for the places links lead to, and a
 * definition for each numbered list.
 */
export class DocxWriting {
  readonly images: Images;
  readonly #places = new Map<string, string>();
  readonly #lists: { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[] =
    [];

  constructor(images: Images) {
    this.images = images;
  }

  /** Word's names of places are at most 40 letters, digits and underscores. */
  place(anchor: string): string {
    const known = this.#places.get(anchor);
    if (known !== undefined) return known;
    const place = `place_${this.#places.size + 1}`;
    this.#places.set(anchor, place);
    return place;
  }

  /** The reference of a new numbered list at a level. */
  numbered(level: number, start: number): string {
    const reference = `numbers-${this.#lists.length + 1}`;
    this.#lists.push({ reference, levels: numberLevels(level, start) });
    return reference;
  }

  get lists(): readonly {
    readonly reference: string;
    readonly levels: readonly ILevelsOptions[];
  }[] {
    return this.#lists;
  }
}
