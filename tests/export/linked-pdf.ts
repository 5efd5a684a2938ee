import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Passing } from './linked-text.ts';

/** Something at its height on a page: what stands higher is passed first. */
interface Placed {
  readonly page: number;
  readonly y: number;
  readonly what: Passing;
}

/** A place on a page: its number from 0, and points from the lower edge. */
interface Spot {
  readonly page: number;
  readonly y: number;
}

/** A PDF as its reader passes through it, from the top of each page to its foot. */
export async function linkedPdf(file: Uint8Array): Promise<readonly Passing[]> {
  const loading = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await loading.promise;
  const placed: Placed[] = [];
  const spots = new Map<string, Spot>();
  const headings = await headingsOf(pdf);
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const at = (y: number, what: Passing): void => void placed.push({ page: number - 1, y, what });
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str !== '')
        at(Number(item.transform[5]), { is: 'text', text: item.str });
    for (const { subtype, rect, dest, url } of await page.getAnnotations()) {
      if (subtype !== 'Link' || url !== undefined) continue;
      const spot = await spotOf(pdf, dest);
      const to = spot === null ? `nowhere: ${JSON.stringify(dest)}` : nameOf(spot);
      if (spot !== null) spots.set(to, spot);
      at(Number(rect[3]), { is: 'link', to });
    }
  }
  for (const [name, { page, y }] of spots) placed.push({ page, y, what: { is: 'place', name } });
  for (const { spot, ...heading } of headings)
    placed.push({ ...spot, what: { is: 'heading', ...heading } });
  await loading.destroy();
  return placed.toSorted((a, b) => a.page - b.page || b.y - a.y).map(({ what }) => what);
}

function nameOf({ page, y }: Spot): string {
  return `page ${page + 1}, ${y.toFixed(1)}`;
}

/** Where a destination leads, named or not; null for nowhere. */
async function spotOf(pdf: PDFDocumentProxy, dest: unknown): Promise<Spot | null> {
  const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  if (!Array.isArray(explicit)) return null;
  const [reference, , , y] = explicit;
  const page = await pdf.getPageIndex(reference).catch(() => null);
  return page === null ? null : { page, y: Number(y) };
}

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly spot: Spot;
}

/** The bookmarks. */
async function headingsOf(pdf: PDFDocumentProxy): Promise<readonly Heading[]> {
  const read = async (
    nodes: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>,
    level: number,
  ): Promise<Heading[]> => {
    const found: Heading[] = [];
    for (const { title, dest, items } of nodes ?? []) {
      const spot = await spotOf(pdf, dest);
      if (spot === null) throw new Error(`The bookmark “${title}” leads nowhere.`);
      found.push({ level, text: title, spot }, ...(await read(items, level + 1)));
    }
    return found;
  };
  return read(await pdf.getOutline(), 1);
}
