import { strFromU8, unzipSync } from 'fflate';
import { type ReadRecord, readRecord } from './read-record.ts';

/** What every ZIP begins with. */
const zipMark = [0x50, 0x4b];

/** The largest record that is unpacked, in bytes: an event of 500 pages has a hundredth of it. */
const mostUnpacked = 256_000_000;

/** Reads a record from an exported file, JSON or ZIP. Nothing of it is trusted. */
export function readRecordFile(bytes: Uint8Array): ReadRecord {
  if (zipMark.some((byte, index) => bytes[index] !== byte))
    return readRecord(new TextDecoder().decode(bytes));
  const record = unpacked(bytes);
  return record === null
    ? {
        is: 'problem',
        problem:
          'This ZIP holds no record.json that can be read. Choose one that was exported here.',
      }
    : readRecord(strFromU8(record));
}

const imageFile = /^images\/([a-z0-9-]{1,48})\.(?:jpg|png)$/;
/** Larger ones no server took in, in bytes; and all of them together. */
const largestImage = 30_000_000;
const mostImages = 1_000_000_000;

/**
 * The images that come with an exported record, by their ids: only a ZIP brings any. Nothing of them is trusted.
 * A ZIP that cannot be read has none.
 */
export function readRecordImages(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (zipMark.some((byte, index) => bytes[index] !== byte)) return new Map();
  let total = 0;
  const isTaken = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!imageFile.test(name) || originalSize > largestImage) return false;
    total += originalSize;
    return total <= mostImages;
  };
  try {
    const files = Object.entries(unzipSync(bytes, { filter: isTaken }));
    return new Map(files.map(([name, file]) => [imageFile.exec(name)?.[1] ?? name, file]));
  } catch {
    // fflate throws for a file that is cut off or damaged.
    return new Map();
  }
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'record.json' && originalSize <= mostUnpacked,
    });
    return files['record.json'] ?? null;
  } catch {
    // fflate throws for a file that is cut off or damaged.
    return null;
  }
}
