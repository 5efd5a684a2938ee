import { type ImageMediaType, longestImageSide } from '@reportback/domain';

/** An image as it goes to the server: its pixels alone. */
export interface PreparedImage {
  readonly bytes: Blob;
  readonly mediaType: ImageMediaType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Larger files are not read: a phone has not the memory. Bytes. */
const largestFile = 40_000_000;

/** From this many bytes on, what is no photo is written as one all the same. */
const largestPng = 1_500_000;

/** What there is to say about a file that cannot be added. */
export class UnusableImage extends Error {}

/**
 * A picture file, upright, at most {@link longestImageSide} long, and written anew from its pixels: what the
 * camera noted beside them (place, time, maker) does not leave the device.
 * @throws UnusableImage with a sentence
 */
export async function prepareImage(file: Blob, name: string): Promise<PreparedImage> {
  const called = name === '' ? 'This file' : `“${name}”`;
  if (file.size > largestFile)
    throw new UnusableImage(
      `${called} has ${Math.round(file.size / 1_000_000)} MB; an image may have ${largestFile / 1_000_000} MB. Scale it down first.`,
    );
  const picture = await decoded(file);
  if (picture === null)
    throw new UnusableImage(
      `${called} is no image that this browser can read. JPEG, PNG and WebP work.`,
    );
  const scale = Math.min(1, longestImageSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const isPhoto = file.type === 'image/jpeg';
  const drawn = isPhoto ? null : await draw(picture, { width, height, as: 'image/png' });
  const bytes =
    drawn !== null && drawn.size <= largestPng
      ? drawn
      : await draw(picture, { width, height, as: 'image/jpeg' });
  if (picture instanceof ImageBitmap) picture.close();
  if (bytes === null)
    throw new UnusableImage(`${called} is too large for this device. Scale it down first.`);
  return {
    bytes,
    mediaType: bytes.type === 'image/png' ? 'image/png' : 'image/jpeg',
    width,
    height,
  };
}

async function decoded(file: Blob): Promise<ImageBitmap | HTMLImageElement | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return shown(file);
  }
}

/** What only an element can read, in some browsers. */
async function shown(file: Blob): Promise<HTMLImageElement | null> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image.width > 0 ? image : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function draw(
  picture: CanvasImageSource,
  { width, height, as }: { width: number; height: number; as: ImageMediaType },
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.imageSmoothingQuality = 'high';
  if (as === 'image/jpeg') {
    // JPEG knows no transparency, and would show black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((done) => canvas.toBlob(done, as, 0.9));
}
