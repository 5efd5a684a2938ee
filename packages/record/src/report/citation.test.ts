import { expect, test } from 'vitest';
import { buildRecord } from '../build-record.ts';
import { exampleInput } from '../testing/example-input.ts';
import { bibtex, citationText } from './citation.ts';

const record = buildRecord(exampleInput);

test('the citation names organizers, year, title, place and day', () => {
  expect(citationText(record)).toBe(
    'Ines Organa (Port Authority), Kit Chair (Sea Lab) (2025). Harbour *workshop* #1. Workshop report, Quay 4, <Port> | Sea, Monday 15 September 2025.',
  );
});

test('BibTeX gets its special letters escaped', () => {
  const hostile = { ...record, workshop: { ...record.workshop, title: '100% {R&D}_\\x~^' } };
  expect(bibtex(hostile)).toContain(
    'title = {{100\\% \\{R\\&D\\}\\_\\textbackslash{}x\\textasciitilde{}\\textasciicircum{}}}',
  );
});
