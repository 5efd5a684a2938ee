import { expect, it } from 'vitest';
import { hrefOf } from './link-typing.ts';

it('adds the scheme that people leave out', () => {
  expect(hrefOf(' example.org/page ')).toBe('https://example.org/page');
  expect(hrefOf('www.example.org')).toBe('https://www.example.org');
  expect(hrefOf('mei@example.org')).toBe('mailto:mei@example.org');
  expect(hrefOf('https://example.org/@mei')).toBe('https://example.org/@mei');
  expect(hrefOf('')).toBe('');
});
