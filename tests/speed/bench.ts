import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { replaceSection, section } from './measure/report.ts';
import { measureInRounds } from './measure/rounds.ts';
import type { Scenario } from './measure/scenario.ts';
import { board } from './scenarios/board.ts';
import { browser } from './scenarios/browser.ts';
import { ceiling } from './scenarios/ceiling.ts';
import { exports } from './scenarios/exports.ts';
import { coldOpen } from './scenarios/long-history.ts';
import { memory } from './scenarios/memory.ts';
import { reconnect } from './scenarios/reconnect.ts';
import { oneRoom, tablesOfSix, tablesOfTen } from './scenarios/typing.ts';

/*
 * Measures Reportback beside its peers and writes docs/performance.md: npm run bench [-- --quick] [-- --only NAME]
 */

const scenarios: Readonly<Record<string, Scenario>> = {
  'tables-of-6': tablesOfSix,
  'tables-of-10': tablesOfTen,
  'one-room': oneRoom,
  ceiling,
  memory,
  history: coldOpen,
  reconnect,
  board,
  exports,
  browser,
};
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const { quick, only } = values;
if (only !== undefined && !Object.hasOwn(scenarios, only)) {
  say(
    `There is nothing to measure called “${only}”. There is: ${Object.keys(scenarios).join(', ')}.`,
  );
  process.exit(2);
}

for (const [name, scenario] of Object.entries(scenarios)) {
  if (only !== undefined && name !== only) continue;
  say(`${scenario.title} …`);
  const began = performance.now();
  const rounds = await measureInRounds(scenario, { quick }, say).catch((error: unknown) => {
    say(`  This could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  if (rounds === null) {
    // The others are still worth their time.
    process.exitCode = 1;
    continue;
  }
  say(`  ${Math.round((performance.now() - began) / 1000)} s`);
  const text = section(scenario, rounds, `npm run bench -- --only ${name}`);
  process.stdout.write(`\n### ${scenario.title}\n\n${text}\n\n`);
  // A quick run shows that everything works; its figures are no news.
  if (!quick) replaceSection(page, name, text);
}

// A run that was given up may have left something behind that would keep this process.
process.exit();

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
