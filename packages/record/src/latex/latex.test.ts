import { expect, test } from 'vitest';
import { buildRecord } from '../build-record.ts';
import { exampleInput, item, paragraph, withNote } from '../testing/example-input.ts';
import { address, escaped, prose } from './escape.ts';
import { toLatex } from './latex.ts';

const event = toLatex(buildRecord(exampleInput));

test('every letter that TeX reads as markup is set as that letter', () => {
  expect(escaped('\\input{/etc/passwd} 100% $x_1^2$ #&~')).toBe(
    '\\textbackslash{}input\\{/etc/passwd\\} 100\\% \\$x\\_1\\textasciicircum{}2\\$ \\#\\&\\textasciitilde{}',
  );
});

test('hyphens and apostrophes inside of words stay readable', () => {
  expect(prose("a well-kept user's -- list")).toBe("a well-kept user's {-}{-} list");
});

test('an address cannot leave its argument', () => {
  expect(address('https://example.org/a}b\\c%20d#e_f')).toBe(
    'https://example.org/a\\%7Db\\%5Cc\\%20d\\#e\\_f',
  );
});

test('code cannot end its environment', () => {
  const evil = '\\end{quote}\\end{document}\n\\begin{verbatim}';
  const tex = toLatex(buildRecord(withNote([{ kind: 'code', language: null, text: evil }])));
  expect(tex.match(/\\end\{document\}/g)).toHaveLength(1);
  expect(tex).toContain('\\textbackslash{}end\\{quote\\}');
});

test('a bracket after a list mark is no option', () => {
  const note = withNote([{ kind: 'bullet-list', items: [item(paragraph('[x] done'))] }]);
  expect(toLatex(buildRecord(note))).toContain('\\item {}{[}x{]} done');
});

test('environments and braces are balanced', () => {
  const begun = [...event.matchAll(/\\begin\{(\w+\*?)\}/g)].map(([, name]) => name);
  const ended = [...event.matchAll(/\\end\{(\w+\*?)\}/g)].map(([, name]) => name);
  expect(begun.toSorted()).toEqual(ended.toSorted());
  const braces = event.replace(/\\[{}\\]/g, '').replace(/[^{}]/g, '');
  expect(braces.match(/\{/g)?.length).toBe(braces.match(/\}/g)?.length);
});

test('every link inside the file leads somewhere', () => {
  const targets = [...event.matchAll(/\\hypertarget\{([^}]+)\}/g)].map(([, name]) => name);
  expect(new Set(targets).size).toBe(targets.length);
  for (const [, name] of event.matchAll(/\\hyperlink\{([^}]+)\}/g)) expect(targets).toContain(name);
});
