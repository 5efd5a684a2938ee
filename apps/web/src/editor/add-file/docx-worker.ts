import { type DocxText, docxToHtml } from './docx-to-html.ts';
import { UnusableFile } from './unusable-file.ts';

/** What the worker answers. */
export type DocxAnswer =
  | { readonly is: 'read'; readonly text: DocxText }
  | { readonly is: 'unusable'; readonly problem: string };

// The body of the worker that `readDocx` starts: one file, one answer. Anything unforeseen is an error event.
self.addEventListener(
  'message',
  async ({ data: { name, bytes } }: MessageEvent<{ name: string; bytes: Uint8Array }>) => {
    self.postMessage(await answer(name, bytes));
  },
);

async function answer(name: string, bytes: Uint8Array): Promise<DocxAnswer> {
  try {
    return { is: 'read', text: await docxToHtml(name, bytes) };
  } catch (error) {
    if (error instanceof UnusableFile) return { is: 'unusable', problem: error.message };
    throw error;
  }
}
