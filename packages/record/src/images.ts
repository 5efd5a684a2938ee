/** An image of a note, as it was stored. */
export interface RecordedImage {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Images by the name that blocks call them; one that is missing here is told by its words. */
export type Images = ReadonlyMap<string, RecordedImage>;

export const noImages: Images = new Map();

/** What stands in a report where an image is not at hand. */
export function missingImageText(alt: string): string {
  return alt === '' ? 'Image (not in this file)' : `Image: ${alt} (not in this file)`;
}
