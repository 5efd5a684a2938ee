import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Images, RecordedImage } from './images.ts';

/** Images one after another, so that no more than one need be in memory. */
export type ImageSource =
  | Iterable<readonly [string, RecordedImage]>
  | AsyncIterable<readonly [string, RecordedImage]>;

/** Where an image's bytes lie, and what else is known of it, by the name that blocks call it. */
export type ImageFiles = ReadonlyMap<
  string,
  Omit<RecordedImage, 'bytes'> & { readonly path: string }
>;

/**
 * Writes each image to a file of its own in a folder that is there.
 * @throws the signal's reason, before the next image, when it was given up
 */
export async function writeImageFiles(
  images: ImageSource,
  folder: string,
  signal?: AbortSignal,
): Promise<ImageFiles> {
  const files = new Map<string, Omit<RecordedImage, 'bytes'> & { readonly path: string }>();
  for await (const [name, { bytes, ...facts }] of images) {
    signal?.throwIfAborted();
    const file = path.join(folder, `image-${files.size + 1}`);
    await writeFile(file, bytes);
    files.set(name, { ...facts, path: file });
  }
  return files;
}

/** Images whose bytes are read each time somebody asks for them, and held by nobody else. */
export function imagesIn(files: ImageFiles): Images {
  return new Map(
    [...files].map(([name, { path: file, ...facts }]): [string, RecordedImage] => [
      name,
      {
        ...facts,
        get bytes() {
          return readFileSync(file);
        },
      },
    ]),
  );
}
