import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** A part of a file as text, however its writer encoded it. */
export interface Readable {
  /** “report.zip/report.docx/docProps/core.xml”. */
  readonly name: string;
  readonly text: string;
}

/** Everything that can be read out of a file: what is packed in it, file names and times included. */
export function everyByte(name: string, bytes: Uint8Array): readonly Readable[] {
  const buffer = Buffer.from(bytes);
  const own = ['utf8', 'latin1', 'utf16le'] as const;
  return [
    { name: `${name} (its name)`, text: name },
    ...own.map((encoding) => ({ name, text: buffer.toString(encoding) })),
    // PDF writes what is not ASCII as UTF-16, the high byte first, and as digits.
    { name, text: swapped(buffer).toString('utf16le') },
    { name, text: hexStrings(buffer) },
    ...inside(name, buffer),
  ];
}

function inside(name: string, buffer: Buffer): readonly Readable[] {
  const start = buffer.toString('latin1', 0, 4);
  if (start === 'PK\x03\x04')
    return Object.entries(unzipSync(buffer)).flatMap(([part, bytes]) =>
      everyByte(`${name}/${part}`, bytes),
    );
  if (start === '%PDF') return pdfStreams(name, buffer);
  return [...buffer.toString('latin1').matchAll(/;base64,([A-Za-z0-9+/=]+)/g)].flatMap(
    ([, data = ''], index) => everyByte(`${name}/data-${index + 1}`, Buffer.from(data, 'base64')),
  );
}

/** What lies packed between the PDF's words; images keep packing of their own and are read as they are. */
function pdfStreams(name: string, buffer: Buffer): readonly Readable[] {
  const found: Readable[] = [];
  for (let at = buffer.indexOf('stream\n'); at >= 0; at = buffer.indexOf('stream\n', at + 1)) {
    const end = buffer.indexOf('endstream', at);
    if (end < 0) break;
    try {
      const bytes = inflateSync(buffer.subarray(at + 7, end), { finishFlush: 2 });
      found.push(
        { name: `${name}/stream`, text: bytes.toString('latin1') },
        { name: `${name}/stream`, text: hexStrings(bytes) },
      );
    } catch {
      // Not packed so; it was read as it is.
    }
  }
  return found;
}

function hexStrings(buffer: Buffer): string {
  return [...buffer.toString('latin1').matchAll(/<([0-9A-Fa-f\s]{4,})>/g)]
    .map(([, digits = '']) => {
      const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex');
      return bytes[0] === 0xfe ? swapped(bytes).toString('utf16le') : bytes.toString('utf8');
    })
    .join('\n');
}

function swapped(buffer: Buffer): Buffer {
  return Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2))).swap16();
}
