import { parseImageId } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import { freshId } from '../app/new-ids.ts';
import { insertImages, type NoteImage } from './insert-images.ts';
import type { NoteImages } from './note-images.ts';
import { prepareImage, UnusableImage } from './prepare-image.ts';

/** So many at once: more are no notes. */
const mostAtOnce = 20;

/** Held, because some browsers forget a field that nothing holds while the person chooses. */
let chooser: HTMLInputElement | null = null;

export function chooseImages(images: NoteImages, editor: Editor, from: 'files' | 'camera'): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = 'image/jpeg,image/png,image/webp';
  if (from === 'camera') field.setAttribute('capture', 'environment');
  else field.multiple = true;
  field.addEventListener('change', () => {
    chooser = null;
    void addImages(images, editor, [...(field.files ?? [])], null).then(() => {
      if (editor.isInitialized) editor.commands.focus(undefined, { scrollIntoView: false });
    });
  });
  chooser = field;
  chooser.click();
}

export async function addImages(
  images: NoteImages,
  editor: Editor,
  files: readonly File[],
  at: number | null,
): Promise<void> {
  const kept = await keep(
    images,
    files.map((file) => ({ file, name: file.name, alt: '' })),
  );
  if (kept.length === 0 || !editor.isInitialized || !editor.isEditable) return;
  images.undo.stopCapturing();
  insertImages(editor, kept, at);
  images.undo.stopCapturing();
}

export async function takeInImages(images: NoteImages, body: HTMLElement): Promise<void> {
  for (const element of body.querySelectorAll('img[src^="data:image/" i]')) {
    const file = fileOf(element.getAttribute('src') ?? '');
    const alt = element.getAttribute('alt') ?? '';
    const [image] = file === null ? [] : await keep(images, [{ file, name: alt, alt }]);
    if (image === undefined) {
      element.replaceWith(alt);
      continue;
    }
    element.removeAttribute('src');
    element.setAttribute('data-image', image.image);
    element.setAttribute('width', String(image.width));
    element.setAttribute('height', String(image.height));
  }
}

/** Prepares files and keeps them on this device; says why some could not be. */
async function keep(
  { news, here }: NoteImages,
  files: readonly { readonly file: Blob; readonly name: string; readonly alt: string }[],
): Promise<readonly NoteImage[]> {
  if (files.length === 0) return [];
  news.set({ is: 'preparing', count: files.length });
  const problems: string[] = [];
  const images: NoteImage[] = [];
  if (files.length > mostAtOnce)
    problems.push(`${mostAtOnce} images at once are taken; the others were left out.`);
  for (const { file, name, alt } of files.slice(0, mostAtOnce))
    try {
      const { bytes, mediaType, width, height } = await prepareImage(file, name);
      const id = parseImageId(freshId());
      const { shelf, place, document } = here;
      await shelf.add({ id, place, document, mediaType, at: Date.now() }, bytes);
      images.push({ image: id, alt, width, height });
    } catch (error) {
      if (!(error instanceof UnusableImage)) throw error;
      problems.push(error.message);
    }
  news.set(problems.length === 0 ? null : { is: 'problem', sentences: problems });
  return images;
}

/** The bytes of a `data:` address, or null for one that holds none. */
function fileOf(address: string): Blob | null {
  const match = /^data:(image\/[\w.+-]+);base64,([\w+/=\s]+)$/i.exec(address);
  if (match === null) return null;
  const [, type = '', data = ''] = match;
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type });
  } catch {
    // Not base 64 after all.
    return null;
  }
}
