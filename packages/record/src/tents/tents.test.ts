import { expect, it } from 'vitest';
import { type Tents, tentsPdf } from './tents.ts';
import { tentsBeside } from './tents-beside.ts';

const tents = (more: Partial<Tents> = {}): Tents => ({
  paper: 'a4',
  savesInk: false,
  title: 'Harmony',
  host: 'rb.example.org',
  code: 'K7M 4QX',
  tables: [1, 2, 3].map((number) => ({
    number,
    name: `Name ${number}`,
    address: `https://rb.example.org/join#token-${number}`,
    sessions: [
      { start: '11:00', title: 'Challenges', prompt: 'What gets in the way?', otherName: null },
    ],
  })),
  ...more,
});
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pages = (pdf: Uint8Array) => /\/Type \/Pages[^>]*?\/Count (\d+)/s.exec(latin1(pdf))?.[1];

it('two tables to a sheet, of A4 or of Letter, and the same bytes each time', () => {
  const pdf = tentsPdf(tents());
  expect(latin1(pdf)).toMatch(/^%PDF-/);
  expect(pages(pdf)).toBe('2');
  expect(latin1(pdf)).toMatch(/MediaBox \[0 0 595\.27\d* 841\.88\d*\]/);
  expect(latin1(tentsPdf(tents({ paper: 'letter' })))).toMatch(/MediaBox \[0 0 612 792\]/);
  expect(Buffer.from(tentsPdf(tents())).equals(Buffer.from(pdf))).toBe(true);
});

it('long names and prompts, many sessions and sixty tables fit the sheets', () => {
  const many = tents({
    code: null,
    tables: Array.from({ length: 60 }, (_, index) => ({
      number: index + 1,
      name: 'A name that is quite long '.repeat(2).slice(0, 60),
      address: 'https://rb.example.org/join#token',
      sessions: Array.from({ length: 8 }, () => ({
        start: '11:00',
        title: 'A title that is long '.repeat(9),
        prompt: 'A prompt that is long '.repeat(90),
        otherName: 'Another name that is long '.repeat(2),
      })),
    })),
  });
  expect(pages(tentsPdf(many))).toBe('30');
  expect(pages(tentsPdf({ ...many, savesInk: true }))).toBe('30');
});

it('saving ink leaves the areas of colour out', () => {
  const sized = (savesInk: boolean) => Buffer.from(tentsPdf(tents({ savesInk })));
  expect(sized(true).equals(sized(false))).toBe(false);
});

it('names that look like markup are words, in a thread of its own', async () => {
  const evil = '#read("/etc/passwd") #panic() $x$ *b* ] \\u{41}';
  const sessions = [{ start: '11:00', title: evil, prompt: evil, otherName: evil }];
  const tables = [{ number: 1, name: evil, address: 'https://x.org/#a', sessions }];
  const pdf = await tentsBeside(tents({ title: evil, tables }));
  expect(pdf === null ? '' : latin1(pdf)).toMatch(/^%PDF-/);
});
