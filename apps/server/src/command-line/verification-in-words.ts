import type { Verification } from '@reportback/storage-sqlite';

/** What was read, as a line for people. */
export function countsInWords({
  workshops,
  documents,
  rows,
  versions,
  images,
}: Verification): string {
  return [
    counted(workshops, 'workshop'),
    counted(documents, 'document'),
    counted(rows, 'row'),
    counted(versions, 'version'),
    counted(images, 'image'),
  ].join(', ');
}

function counted(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? '' : 's'}`;
}
