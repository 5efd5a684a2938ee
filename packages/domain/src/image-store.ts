import type { GroupId, ImageId, SessionId, WorkshopId } from './ids.ts';

/** What images are stored as; others are turned into one of these when they come in. */
export const imageMediaTypes = ['image/jpeg', 'image/png'] as const;
export type ImageMediaType = (typeof imageMediaTypes)[number];

/** The longest side of an image in a note, in pixels; a larger one is scaled down before it is stored. */
export const longestImageSide = 2_000;

/** An image as it is stored: nothing but its picture, without metadata. */
export interface ImageFile {
  readonly mediaType: ImageMediaType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** The table whose note an image belongs to: who may read that note may see the image. */
export interface ImagePlace {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  /** A table, or the plenary. */
  readonly group: GroupId;
}

/** What became of adding an image. */
export type AddedImage =
  | 'added'
  /** This table has an image of that id; it stays as it is. */
  | 'there'
  /** Another table of the workshop has an image of that id. */
  | 'elsewhere'
  /** The workshop's images would take more bytes than they may. */
  | 'no-room'
  /** The workshop or the session is gone. */
  | 'deleted';

/**
 * Where images are kept: within their workshop, by the hash of their bytes, so that what several tables add is
 * there once. They go with their session and their workshop.
 */
export interface ImageStore {
  /**
   * Committed when it resolves; durable as everything else that was written.
   * @param mostBytes that all images of the workshop may take together
   */
  add(id: ImageId, place: ImagePlace, file: ImageFile, mostBytes: number): Promise<AddedImage>;
  /** Where an image of the workshop belongs, or null. */
  place(workshop: WorkshopId, id: ImageId): Promise<ImagePlace | null>;
  file(workshop: WorkshopId, id: ImageId): Promise<ImageFile | null>;
}
