import { expect, it } from 'vitest';
import { looksLikeMarkdown } from './looks-like-markdown.ts';

it.each([
  '# What differs\n\nText',
  '- one\n- two',
  '* [ ] to do',
  '1. first\n2. second',
  '> quoted',
  '```js\nlet a\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'a **bold** word',
  'see [the page](https://example.org/)',
  'call `open()` first',
])('reads %j as Markdown', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

it.each([
  'Tokens last 12 hours at one site.',
  'Two lines\nof plain text',
  '2 * 3 * 4 = 24',
  'a_b_c and d - e',
  'C# is a language, #1 is a number',
  'The meeting is at 14:00 - bring 3 copies',
])('leaves %j as it is', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});
