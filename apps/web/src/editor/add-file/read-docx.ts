import type { DocxText } from './docx-to-html.ts';
import type { DocxAnswer } from './docx-worker.ts';
import { UnusableFile } from './unusable-file.ts';

/**
 * A Word document's text, read beside the page, which goes on meanwhile: a long one takes seconds.
 * @throws UnusableFile as `docxToHtml`; an error when the worker could not be fetched or failed
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<DocxText> {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<DocxAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<DocxAnswer>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error(`${name} could not be read.`)));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin.
      worker.postMessage({ name, bytes });
    });
    if (answer.is === 'unusable') throw new UnusableFile(answer.problem);
    if (answer.is === 'failed') throw new Error(`${name} could not be read.`);
    return answer.text;
  } finally {
    worker.terminate();
  }
}
