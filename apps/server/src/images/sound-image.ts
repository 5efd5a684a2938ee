import { type ImageFile, longestImageSide } from '@reportback/domain';
import type { Sharp, SharpConstructor } from 'sharp';
import { Refusal } from '../refusal.ts';
import { type ImageLimits, millions } from './image-limits.ts';

/** What is taken in, by the bytes that such a file begins with; a file's name and its claimed type say nothing. */
const kinds = {
  jpeg: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (bytes: Buffer) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
  webp: (bytes: Buffer) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
    bytes.subarray(8, 12).toString('latin1') === 'WEBP',
} as const;

/** The readers of the library that may run: one each for what is taken in, none for the dozens of others. */
const loaders = ['Jpeg', 'Png', 'Webp'].map((kind) => `VipsForeignLoad${kind}Buffer`);

/** From this many bytes on, a picture without transparency is stored as JPEG. */
const largePng = 1_000_000;
const quality = 85;

/**
 * An image that was sent, as it can be stored: decoded to its pixels and written anew, so that nothing else of
 * the file is left (EXIF, position, thumbnails, comments, what was hidden behind the picture), upright, at most
 * {@link longestImageSide} long, as JPEG or PNG. The same bytes give the same file.
 * @throws Refusal `bad-input` for what is no such image, `too-large` for one with too many pixels, `unavailable`
 *   on a computer for which there is no decoder
 */
export async function soundImage(
  bytes: Buffer,
  { pixels }: Pick<ImageLimits, 'pixels'>,
): Promise<ImageFile> {
  const kind = (['jpeg', 'png', 'webp'] as const).find((each) => kinds[each](bytes));
  if (kind === undefined)
    throw new Refusal('bad-input', 'This is no JPEG, PNG or WebP image. Save it as one of these.');
  const sharp = await decoder();
  try {
    // The size that the header tells, before anything is unpacked.
    const { width, height, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > pixels)
      throw new Refusal(
        'too-large',
        `This image has ${width} × ${height} pixels; the server takes ${millions(pixels)} at most. Scale it down.`,
      );
    const picture = sharp(bytes, { limitInputPixels: pixels, failOn: 'error' })
      .autoOrient()
      .resize({
        width: longestImageSide,
        height: longestImageSide,
        fit: 'inside',
        withoutEnlargement: true,
      });
    if (kind === 'jpeg' || (kind === 'webp' && !hasAlpha)) return await asJpeg(picture);
    const file = await asPng(picture.clone());
    return file.bytes.length > largePng && (await isOpaque(sharp, bytes, hasAlpha))
      ? await asJpeg(picture)
      : file;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('bad-input', 'This image is damaged: it cannot be read to its end.');
  }
}

async function asJpeg(picture: Sharp): Promise<ImageFile> {
  const { data, info } = await picture.jpeg({ quality }).toBuffer({ resolveWithObject: true });
  return { mediaType: 'image/jpeg', width: info.width, height: info.height, bytes: data };
}

async function asPng(picture: Sharp): Promise<ImageFile> {
  const { data, info } = await picture
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { mediaType: 'image/png', width: info.width, height: info.height, bytes: data };
}

async function isOpaque(
  sharp: SharpConstructor,
  bytes: Buffer,
  hasAlpha: boolean,
): Promise<boolean> {
  return !hasAlpha || (await sharp(bytes).stats()).isOpaque;
}

let loaded: SharpConstructor | undefined;

/** Loaded when the first image comes: a computer that has no decoder serves everything else all the same. */
async function decoder(): Promise<SharpConstructor> {
  if (loaded !== undefined) return loaded;
  let sharp: SharpConstructor;
  try {
    sharp = (await import('sharp')).default;
  } catch (cause) {
    throw new Refusal(
      'unavailable',
      `This server cannot take images: there is no decoder for ${process.platform} on ${process.arch}.`,
      { cause },
    );
  }
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: loaders });
  // Nothing is looked at twice, and those who type need the other processor.
  sharp.cache(false);
  sharp.concurrency(1);
  loaded = sharp;
  return sharp;
}
