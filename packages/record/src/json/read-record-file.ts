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
