import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { fontFolders } from '../pdf/fonts.ts';

const template = readFileSync(fileURLToPath(new URL('tents.typ', import.meta.url)), 'utf8');

/** What stands on the cards of a workshop's tables. */
export interface Tents {
  readonly paper: 'a4' | 'letter';
  /** Lines instead of areas of colour. */
  readonly savesInk: boolean;
  readonly title: string;
  /** What people open, without the scheme. */
  readonly host: string;
  /** As people read it, such as “K7M 4QX”; null where it is switched off. */
  readonly code: string | null;
  readonly tables: readonly {
    readonly number: number;
    readonly name: string;
    /** The table's own link. */
    readonly address: string;
    /** Those that it sits in. */
    readonly sessions: readonly TentSession[];
  }[];
}

export interface TentSession {
  readonly start: string;
  readonly title: string;
  readonly prompt: string;
  /** What the table is called in it, where that is another name; else null. */
  readonly otherName: string | null;
}

/** The eight colours of tables on white paper, and whether the number on them is white. */
const colours: readonly (readonly [colour: string, isDark: boolean])[] = [
  ['#1d4e9d', true],
  ['#eb9515', false],
  ['#427f4a', true],
  ['#893311', true],
  ['#76c7df', false],
  ['#c273a9', false],
  ['#f5d47b', false],
  ['#252b31', true],
];

/** More sessions than these do not fit on half a sheet; the pages have them all. */
const mostSessions = 5;
/** Up to here prompts have room for some lines. */
const roomyUpTo = 3;
/** How many characters of each prompt fit on half a sheet of Letter, by how many sessions there are. */
const longestPrompts: Readonly<Record<number, number>> = { 1: 320, 2: 150, 3: 74 };

/**
 * A card for each table, two to a sheet, as a PDF to print. It takes its processor for a while: call it in a worker.
 * Equal input gives equal bytes.
 */
export function tentsPdf(tents: Tents): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { tents: JSON.stringify(typstTents(tents)) },
  });
  if (compiled.result === null) {
    const problems = compiled.takeError()?.shortDiagnostics ?? [];
    throw new Error(`The tents could not be set as pages: ${JSON.stringify(problems)}`);
  }
  return compiler.pdf(compiled.result, { pdfTags: true });
}

function typstTents({ paper, savesInk, title, host, code, tables }: Tents) {
  return {
    paper: paper === 'a4' ? 'a4' : 'us-letter',
    savesInk,
    title,
    host,
    code,
    tables: tables.map(({ number, name, address, sessions }) => {
      const place = (number - 1) % (2 * colours.length);
      const [colour, isDark] = colours[place % colours.length] ?? ['#252b31', true];
      // The border that scanners want around a code is the paper itself.
      const qr = renderSVG(address, { border: 0, ecc: 'M' });
      const isFramed = place >= colours.length;
      return { number, name, colour, isDark, isFramed, qr, ...typstSessions(sessions) };
    }),
  };
}

function typstSessions(sessions: readonly TentSession[]) {
  const isRoomy = sessions.length <= roomyUpTo;
  return {
    isRoomy,
    sessions: sessions.slice(0, mostSessions).map(({ start, title, prompt, otherName }) => ({
      start,
      title:
        otherName === null
          ? shortened(title, 48)
          : `${shortened(title, 28)} (here: ${shortened(otherName, 18)})`,
      prompt: shortened(prompt, longestPrompts[sessions.length] ?? 42),
    })),
    more: Math.max(0, sessions.length - mostSessions),
  };
}

/** A text of one line that has room, ended at a word where it is too long. */
function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.\uFFFD]+$/u, '')}…`;
}
