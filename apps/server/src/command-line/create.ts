import { getRandomValues } from 'node:crypto';
import { decodeAgenda } from '@reportback/domain';
import { systemClock } from '@reportback/sync';
import { linksOf } from '../access/workshop-links.ts';
import { ConfigurationProblem } from '../configuration-problem.ts';
import { createWorkshop } from '../workshops/create-workshop.ts';
import { mostTables } from '../workshops/new-workshop.ts';
import { readAgenda } from '../workshops/read-agenda.ts';
import { isTimeZone } from '../workshops/time-zone.ts';
import { readInput } from './files.ts';
import { linksAsJson, linksInWords } from './links.ts';
import { result } from './output.ts';
import { sayProblems } from './parse-agenda.ts';
import { withData } from './with-data.ts';

export interface CreateOptions {
  readonly agenda: string;
  readonly tables: string;
  readonly title?: string;
  readonly timeZone?: string;
  readonly place?: string;
  readonly json?: true;
}

/** `reportback create`: makes a workshop of an agenda and prints its links. */
export async function createCommand(options: CreateOptions): Promise<void> {
  const tables = readTables(options.tables);
  const text = decodeAgenda(await readInput(options.agenda));
  const { agenda, timeZone } = readAgenda(text);
  checkOptions(options, agenda.title, timeZone);
  const { title, place } = options;
  const links = await withData(async ({ storage, maker }) => {
    const making = {
      store: storage.workshops,
      plenaries: storage.plenaries,
      clock: systemClock,
      random: getRandomValues,
    };
    const id = await createWorkshop(making, {
      agenda: text,
      tables,
      ...(title !== undefined && { title }),
      ...(place !== undefined && { place }),
      ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    });
    return linksOf(storage.workshops, maker, id);
  }, 'made');
  sayProblems(agenda);
  result(options.json ? linksAsJson(links) : linksInWords(links));
}

function readTables(text: string): number {
  const tables = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (tables >= 1 && tables <= mostTables) return tables;
  throw new ConfigurationProblem(
    `--tables is “${text}”; it must be a whole number from 1 to ${mostTables}.`,
  );
}

/** What the agenda does not tell has to be given, by the names that options have here. */
function checkOptions(
  given: CreateOptions,
  title: string | undefined,
  timeZone: string | null,
): void {
  if (!given.title?.trim() && title === undefined)
    throw new ConfigurationProblem('The agenda names no title; give one with --title.');
  if (given.timeZone !== undefined && !isTimeZone(given.timeZone))
    throw new ConfigurationProblem(
      `--time-zone is “${given.timeZone}”; it must be an IANA name, such as America/Chicago.`,
    );
  if (given.timeZone === undefined && timeZone === null)
    throw new ConfigurationProblem(
      'The time zone cannot be told from the agenda; give its IANA name with --time-zone, such as --time-zone America/Chicago.',
    );
}
