import type { WorkshopRecord } from '../record.ts';
import { daySpan, daysOf, sentence } from './wording.ts';

/** How to cite the report, as one sentence of plain text. */
export function citationText(record: WorkshopRecord): string {
  const { organizers, title, place } = record.workshop;
  const year = yearOf(record);
  const authors = oneLine(organizers);
  return [
    authors === '' ? null : `${authors}${year === null ? '' : ` (${year})`}`,
    authors === '' && year !== null ? `${title} (${year})` : title,
    ['Workshop report', place, daySpan(record)].filter((each) => each).join(', '),
  ]
    .filter((each) => each !== null)
    .map(sentence)
    .join(' ');
}

/** The same as a BibTeX entry. Braces and other letters that BibTeX reads as markup are escaped. */
export function bibtex(record: WorkshopRecord): string {
  const { id, organizers, title, place, licence } = record.workshop;
  const days = daySpan(record);
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${escaped(title)}}`],
    ['author', organizers === '' ? '' : `{${escaped(oneLine(organizers))}}`],
    ['year', yearOf(record) ?? ''],
    ['address', escaped(place)],
    ['type', 'Workshop report'],
    ['institution', escaped(title)],
    ['note', escaped([days, oneLine(licence)].filter((each) => each).join('. '))],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},`);
  return [`@techreport{reportback-${id},`, ...lines, '}'].join('\n');
}

function yearOf(record: WorkshopRecord): string | null {
  return daysOf(record)[0]?.slice(0, 4) ?? null;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ', ').trim();
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\{',
  '}': '\\}',
};

function escaped(text: string): string {
  return text.replace(/[\\{}%&$#_~^]/g, (letter) => commands[letter] ?? `\\${letter}`);
}
