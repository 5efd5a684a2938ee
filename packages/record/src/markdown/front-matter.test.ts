import { expect, test } from 'vitest';
import { frontMatter } from './front-matter.ts';

test('a text that looks like YAML stays a text', () => {
  expect(frontMatter({ title: 'yes: "no" # \u2028\\ ---\nnext' })).toBe(
    '---\ntitle: "yes: \\"no\\" # \\u2028\\\\ ---\\nnext"\n---\n',
  );
});

test('what is empty or null is left out, lists are lists', () => {
  expect(frontMatter({ a: null, b: '', c: [], d: ['x', 'y'] })).toBe(
    '---\nd:\n  - "x"\n  - "y"\n---\n',
  );
});
