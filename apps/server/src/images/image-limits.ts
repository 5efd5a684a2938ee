/** How much the images of notes may be. */
export interface ImageLimits {
  /** Bytes of one image as it is sent. */
  readonly bytes: number;
  /** Pixels of one image as it is sent: a file of a few bytes can claim to be a wall. */
  readonly pixels: number;
  /** Bytes of all images of a workshop as they are stored. */
  readonly bytesPerWorkshop: number;
}

/** “10 MB”, “60 million pixels”. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
export const millions = (pixels: number): string =>
  `${Math.round(pixels / 1_000_000)} million pixels`;
