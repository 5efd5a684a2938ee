import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closeReasons, refusals, wireVersion } from '@reportback/sync';
import { describe, expect, it } from 'vitest';
import { messageType } from '../../packages/sync/src/frame.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const text = readFileSync(path.join(root, 'docs', 'protocol.md'), 'utf8');
/** Rows of its tables, cells without their blanks. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

const rules = rows.flatMap(([id = '']) => (/^[A-Z]\d{1,2}$/.test(id) ? [id] : []));

/** Rules as the names of tests quote them: “… [W5]”, “… [W1, T2]”. */
const quoted = globSync('{packages,apps,tests}/**/{*.test,*.spec,describe-*}.ts', {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).flatMap((file) =>
  [
    ...readFileSync(path.join(root, file), 'utf8').matchAll(
      / \[([A-Z]\d{1,2}(?:, [A-Z]\d{1,2})*)\]['"`]/g,
    ),
  ].flatMap(([, ids = '']) => ids.split(', ')),
);

describe('docs/protocol.md', () => {
  it('has each rule once', () => {
    expect(rules.length).toBeGreaterThan(25);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it('has no rule that no test quotes', () => {
    expect(rules.filter((rule) => !quoted.includes(rule))).toEqual([]);
  });

  it('has every rule that a test quotes', () => {
    expect([...new Set(quoted)].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('has the close codes that the server uses, and no other', () => {
    const told = rows.flatMap(([code = '', name = '']) =>
      /^[14]\d{3}$/.test(code) ? [[Number(code), name]] : [],
    );
    const used = Object.entries(closeReasons).map(([name, { code }]) => [code, name]);
    expect(told.sort()).toEqual(used.sort());
  });

  it('names the version and the numbers of the wire as they are', () => {
    expect(text).toContain(
      `their version is the \`${wireVersion}\` of \`reportback.${wireVersion}\``,
    );
    const { acknowledged, refused, hashQuestion, hashAnswer } = messageType;
    for (const number of [acknowledged, refused, hashQuestion, hashAnswer])
      expect(text).toMatch(new RegExp(`\\b${number}, then `));
    expect(Object.keys(refusals).length).toBeGreaterThan(0);
  });
});
