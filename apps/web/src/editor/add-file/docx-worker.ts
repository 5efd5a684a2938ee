import { type DocxText, docxToHtml } from './docx-to-html.ts';
import { UnusableFile } from './unusable-file.ts';

/** What the worker answers. */
export type DocxAnswer =
  | { readonly is: 'read'; readonly text: DocxText }
  | { readonly is: 'unusable'; readonly problem: string }
  | { readonly is: 'failed' };

// The body of the worker that `readDocx` starts: one file, one answer. Anything unforeseen is an answer too.
self.addEventListener(
  'message',
  ({ data: { name, bytes } }: MessageEvent<{ name: string; bytes: Uint8Array }>) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin.
    void answer(name, bytes).then((told) => self.postMessage(told));
  },
);

async function answer(name: string, bytes: Uint8Array): Promise<DocxAnswer> {
  try {
    return { is: 'read', text: await docxToHtml(name, bytes) };
  } catch (error) {
    if (error instanceof UnusableFile) return { is: 'unusable', problem: error.message };
    return { is: 'failed' };
  }
}
