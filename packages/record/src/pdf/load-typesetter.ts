import type { toPdf } from './pdf.ts';

/**
 * The writer of PDF, or null on a computer that its typesetter, a native library, was not built for.
 * Everything else works there.
 */
export async function loadTypesetter(): Promise<typeof toPdf | null> {
  try {
    return (await import('./pdf.ts')).toPdf;
  } catch {
    return null;
  }
}
