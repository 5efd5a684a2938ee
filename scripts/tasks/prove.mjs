// Runs the suites behind the promises at their full numbers, prints a table, and notes it in
// docs/reliability.md:  npm run prove [-- --scale 0.1] [--only "kill -9"] [--seed 7] [--minutes 30] [--no-write]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install, root, say } from '../prepare.mjs';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    minutes: { type: 'string', default: 'Infinity' },
    'no-write': { type: 'boolean', default: false },
  },
});
const scale = Number(values.scale);
const seed = Number(values.seed);
if (!(scale > 0) || !Number.isInteger(seed) || !(Number(values.minutes) > 0)) {
  say('--scale and --minutes must be numbers above 0, --seed a whole number.');
  process.exit(2);
}

install();
const { prove, proofRows, proofTable } = await import('../../tests/prove.ts');
const part = values.only === undefined ? '' : `--only "${values.only}" `;
const time = values.minutes === 'Infinity' ? '' : ` --minutes ${values.minutes}`;
const command = `npm run prove -- ${part}--scale ${scale} --seed ${seed}${time}`;
const day = new Date().toISOString().slice(0, 10);
const lines = await prove({
  scale,
  seed,
  only: values.only,
  say,
  atMost: Number(values.minutes) * 60_000,
  proved: (line) => {
    if (!values['no-write']) remember(proofRows([line], `${day}: \`${command}\``));
  },
});
process.stdout.write(`${proofTable(proofRows(lines))}\n`);
process.exit(lines.every(({ holds }) => holds) ? 0 : 1);

/** Puts rows into the page's table, each in the place of the one that its suite had. */
function remember(rows) {
  const page = path.join(root, 'docs', 'reliability.md');
  const [before, start, old, end, after] = readFileSync(page, 'utf8').split(
    /(<!-- measured -->\n)([^]*)(<!-- \/measured -->)/,
  );
  if (after === undefined) throw new Error(`${page} has lost the marks around its table.`);
  const kept = old
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  const all = new Map([...kept, ...rows].map((row) => [suiteOf(row), row]));
  writeFileSync(page, `${before}${start}${proofTable([...all.values()])}\n${end}${after}`);
}

/** The name in a row's first cell, however the row was formatted since. */
function suiteOf(row) {
  return row.split('|')[1].trim();
}
