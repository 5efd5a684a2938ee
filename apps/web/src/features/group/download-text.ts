import { storedDocument } from '@reportback/client';
import { groupLabel, namedIn, type WorkshopView } from '@reportback/domain';
import type * as Y from 'yjs';
import { imageShelf } from './image-shelf.ts';
import { rememberedDocument } from './remembered-documents.ts';
// Not fetched when it is needed: that is when there is nothing to fetch it from.
import { textOf } from './rescue.ts';

/**
 * Hands the person a file with everything that this device holds of a table, saved or not: text, or a page
 * where there are images that the server does not have.
 * @param name of the file, without its ending
 */
export async function downloadText({ name: document, doc }: OnDevice, name: string): Promise<void> {
  await download([{ title: name, text: textOf(doc), images: await imagesOf(document) }], name);
}

/** A document that this device holds. */
export interface OnDevice {
  /** Incarnation included. */
  readonly name: string;
  readonly doc: Y.Doc;
}

interface Rescued {
  readonly title: string;
  readonly text: string;
  readonly images: readonly Blob[];
}

/** Hands the person a file with all tables of a workshop that this device holds, in the order of the sessions. */
export async function downloadEverything({ workshop, sessions, groups }: WorkshopView) {
  const parts: Rescued[] = [];
  for (const session of sessions)
    for (const group of groups) {
      const name = rememberedDocument(session.id, group.id);
      const doc = name === null ? null : await storedDocument(name);
      const text = doc === null ? '' : textOf(doc);
      doc?.destroy();
      const images = name === null ? [] : await imagesOf(name);
      if (text !== '' || images.length > 0)
        parts.push({
          title: `${session.title}, ${groupLabel(namedIn(group, session))}`,
          text,
          images,
        });
    }
  await download(parts, workshop.title);
}

/** The images of a document that only this device has. */
async function imagesOf(document: string): Promise<readonly Blob[]> {
  await imageShelf.isRead;
  const found = imageShelf.unsettled(document).map(({ id }) => imageShelf.find(id));
  return (await Promise.all(found)).filter((image) => image !== null);
}

async function download(parts: readonly Rescued[], name: string): Promise<void> {
  const hasImages = parts.some(({ images }) => images.length > 0);
  const file = hasImages ? await asPage(parts) : asText(parts);
  const safe = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${safe}.${hasImages ? 'html' : 'txt'}`;
  link.click();
  // The browser takes the file over in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function asText(parts: readonly Rescued[]): Blob {
  const nothing = 'This browser holds no text of this workshop.\n';
  const text =
    parts.length > 1
      ? parts.map(({ title, text }) => `${title}\n\n${text}`).join('\n\n')
      : parts[0]?.text;
  return new Blob([text ?? nothing], { type: 'text/plain;charset=utf-8' });
}

/** One page that any browser opens without a network. */
async function asPage(parts: readonly Rescued[]): Promise<Blob> {
  const page = document.implementation.createHTMLDocument('Reportback');
  const encoding = page.createElement('meta');
  encoding.setAttribute('charset', 'utf-8');
  page.head.prepend(encoding);
  for (const { title, text, images } of parts) {
    const heading = page.createElement('h1');
    heading.textContent = title;
    const words = page.createElement('pre');
    words.textContent = text;
    page.body.append(heading, words);
    for (const image of images) {
      const shown = page.createElement('img');
      shown.src = await dataAddress(image);
      shown.alt = '';
      shown.width = 640;
      page.body.append(shown);
    }
  }
  return new Blob(['<!doctype html>\n', page.documentElement.outerHTML], { type: 'text/html' });
}

function dataAddress(image: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((done, failed) => {
    reader.addEventListener('load', () => done(String(reader.result)));
    reader.addEventListener('error', () => failed(reader.error));
    reader.readAsDataURL(image);
  });
}
