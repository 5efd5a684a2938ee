import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type ContenderName, contenders } from './contender.ts';
import { mediansOf, type Rounds } from './rounds.ts';
import { type Goal, type Medians, type Row, type Scenario, waited } from './scenario.ts';

/**
 * A server that waited for a processor for a larger part of its time was not measured but its neighbours
 * were: what it then finds waiting it handles in one go, which costs less and takes longer.
 */
const mostWaiting = 0.1;

/** What was found, as Markdown: a table of medians and ratios, then the goals. */
export function section(scenario: Scenario, rounds: Rounds, command: string): string {
  const medians = mediansOf(rounds);
  const columns = scenario.takesPart;
  const others = columns.filter((name) => name !== 'reportback');
  const count = rounds.get('reportback')?.length ?? 0;
  return [
    scenario.says,
    '',
    line(['', ...columns.map((name) => contenders[name].title), ...others.map(byTitle)]),
    line(['---', ...columns.map(() => '---:'), ...others.map(() => '---:')]),
    ...scenario.rows.map((row) => tableRow(row, columns, others, medians)),
    '',
    ...goals(scenario, medians),
    `\`${command}\`, ${count} ${count === 1 ? 'round' : 'rounds'}, Node ${process.versions.node}, ${cpus().length} processors.`,
  ].join('\n');
}

function byTitle(name: ContenderName): string {
  return `by ${contenders[name].title}`;
}

function tableRow(
  { figure, title, digits }: Row,
  columns: readonly ContenderName[],
  others: readonly ContenderName[],
  { of, ratio }: Medians,
): string {
  const values = columns.map((name) => number(of(name, figure), digits));
  const ratios = others.map((name) => number(ratio(name, figure), 2));
  return line([title, ...values, ...ratios]);
}

function goals(scenario: Scenario, medians: Medians): readonly string[] {
  if (scenario.goals.length === 0) return [];
  const kept = scenario.takesPart.some((name) => medians.of(name, waited) > mostWaiting);
  const judge = ({ isMet }: Goal): string =>
    kept ? 'cannot be told: the machine was busy' : isMet(medians) ? 'met' : '**missed**';
  const rows = scenario.goals.map((goal) =>
    line([goal.title, goal.must, goal.found(medians), judge(goal)]),
  );
  return [line(['Goal', 'Must', 'Found', '']), line(['---', '---', '---', '---']), ...rows, ''];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function number(value: number, digits: number): string {
  if (Number.isNaN(value)) return '–';
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/**
 * Puts a section between its two marks in a page; what people wrote around them stays.
 * @throws when the page has no such marks
 */
export function replaceSection(page: string, name: string, text: string): void {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end ${name} -->`];
  const old = readFileSync(page, 'utf8');
  const from = old.indexOf(begin);
  const to = old.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`The page has no place for “${name}”: ${begin} … ${end}`);
  writeFileSync(page, `${old.slice(0, from)}${begin}\n${text}\n${old.slice(to)}`);
}
