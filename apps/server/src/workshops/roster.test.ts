import { expect, it } from 'vitest';
import { readRoster } from './roster.ts';

const people = (text: string) =>
  readRoster(text).rows.map(({ name, affiliation, table }) => [name, affiliation, table]);

it.each([
  ['with headings', 'Name,Affiliation,Table\nAna,Lakemoor,1\nBo,,2\n'],
  ['without headings', 'Ana,Lakemoor,1\nBo,,2'],
  ['copied from a spreadsheet', 'Name\tAffiliation\tTable\r\nAna\tLakemoor\t1\r\nBo\t\t2\r\n'],
  ['with semicolons and a mark in front', '\uFEFFname;affiliation;table\nAna;Lakemoor;1\nBo;;2'],
  ['with columns in another order', 'Table,Organisation,Full name\n1,Lakemoor,Ana\n2,,Bo'],
  ['with blank lines and odd blanks', '\n Ana , Lakemoor\u00a0,1\n\n\nBo,,2\n\n'],
])('reads a roster %s', (_what, text) => {
  expect(people(text)).toEqual([
    ['Ana', 'Lakemoor', '1'],
    ['Bo', '', '2'],
  ]);
});

it('reads quotes, first and last names, and nothing but names', () => {
  expect(people('First name,Last name,Institution\nAna,Lucía,"Lakemoor, Dept. ""B"""')).toEqual([
    ['Ana Lucía', 'Lakemoor, Dept. "B"', ''],
  ]);
  expect(people('Ana\nBo\n')).toEqual([
    ['Ana', '', ''],
    ['Bo', '', ''],
  ]);
});

it('says which lines it could not take, and takes the others', () => {
  const { rows, problems } = readRoster(`Name,Affiliation\n,Lakemoor\n${'x'.repeat(99)},\nBo,\n`);
  expect(rows.map(({ name, line }) => [name, line])).toEqual([['Bo', 4]]);
  expect(problems).toEqual([
    'Line 2: there is no name.',
    'Line 3: the name has 99 characters; it may have 80.',
  ]);
});

it('says of an open quote that the roster cannot be read', () => {
  expect(readRoster('Name\n"Ana\nBo')).toMatchObject({ rows: [], problems: [/could not be read/] });
});

it('columns can be taken for something else than they were', () => {
  const text = 'Badge,Who\n17,Ana\n18,Bo';
  expect(readRoster(text)).toMatchObject({ columns: ['name', 'affiliation'], headings: null });
  const corrected = readRoster(text, { columns: ['none', 'name'], hasHeadings: true });
  expect(corrected.rows.map(({ name, affiliation }) => [name, affiliation])).toEqual([
    ['Ana', ''],
    ['Bo', ''],
  ]);
  expect(readRoster('Table,Full name\n1,Ana')).toMatchObject({
    columns: ['table', 'name'],
    headings: ['Table', 'Full name'],
    cells: [['1', 'Ana']],
  });
});

it('reads five thousand rows', () => {
  const text = Array.from({ length: 5_000 }, (_, index) => `Person ${index},Place ${index % 7}`);
  expect(readRoster(text.join('\n')).rows).toHaveLength(5_000);
});
