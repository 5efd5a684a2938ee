import { expect, test } from 'vitest';
import { buildRecord } from './build-record.ts';
import { exportFileName, fileName } from './file-name.ts';
import { exampleInput } from './testing/example-input.ts';

test.each([
  ['Workshop: a/b\\c <d> "e" |f| g? h*', 'Workshop a b c d e f g h .md'.replace(' .', '.')],
  ['../../etc/passwd', 'etc passwd.md'],
  ['CON', 'CON_.md'],
  ['com1.tar', 'com1.tar_.md'],
  ['lpt¹', 'lpt¹_.md'],
  ['trailing dots. . .', 'trailing dots.md'],
  ['.hidden', 'hidden.md'],
  ['--option', 'option.md'],
  ['a\u202egpj.exe', 'a gpj.exe.md'],
  ['', 'workshop.md'],
  ['\u0000\n', 'workshop.md'],
  ['第3班：議論', '第3班：議論.md'],
  ['ورشة العمل', 'ورشة العمل.md'],
  ['e\u0301tude', 'étude.md'],
  ['one\ud800', 'one\ufffd.md'],
])('%j is stored as %j', (text, name) => {
  expect(fileName(text, 'md')).toBe(name);
});

test('a long name is cut between letters as readers see them', () => {
  const family = '👨‍👩‍👧‍👦';
  const name = fileName(family.repeat(50), 'md');
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(124);
  expect(name.replace('.md', '').replaceAll(family, '')).toBe('');
});

test('an export is named after what it tells', () => {
  const record = buildRecord(exampleInput);
  const [session] = record.sessions;
  const [group] = record.groups;
  const scope = { session: session?.id ?? null, group: group?.id ?? null };
  expect(exportFileName(record, 'pdf')).toBe('Harbour workshop #1.pdf');
  expect(exportFileName(record, 'pdf', scope)).toBe(
    'Table 1 Gulls - Session 1 What hurts - Harbour workshop #1.pdf',
  );
});
