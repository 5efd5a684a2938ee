import { AgendaRefused, NotAnId } from '@reportback/domain';
import { StorageProblem } from '@reportback/storage-sqlite';
import { Command, CommanderError } from 'commander';
import { ConfigurationProblem } from '../configuration-problem.ts';
import { Refusal } from '../refusal.ts';
import { type CreateOptions, createCommand } from './create.ts';
import type { ExportOptions } from './export.ts';
import { linksCommand } from './links.ts';
import { say } from './output.ts';
import { parseAgendaCommand } from './parse-agenda.ts';

/** The exit code of a wrong setting or use, and of anything else that a person can put right. */
const wrongUse = 2;
const problem = 1;

/** `serve` and `export` load what only they need when they are called: other commands answer sooner. */
function program(): Command {
  const reportback = new Command('reportback')
    .description('Notes, report-backs and the record of workshops that work in small groups.')
    .exitOverride();
  reportback
    .command('serve')
    .description('serve the app until a signal')
    .action(async () => (await import('./serve.ts')).serveCommand());
  reportback
    .command('parse-agenda')
    .description('print what an agenda is understood as')
    .argument('<file>', 'a text file, or - for stdin')
    .option('--json', 'print JSON')
    .action(parseAgendaCommand);
  reportback
    .command('create')
    .description('make a workshop of an agenda and print its links')
    .requiredOption('--agenda <file>', 'a text file, or - for stdin')
    .requiredOption('--tables <number>', 'how many tables there are')
    .option('--title <text>', 'the title, where the agenda names none')
    .option('--time-zone <name>', 'the IANA time zone, where it cannot be told from the agenda')
    .option('--place <text>', 'where it takes place')
    .option('--json', 'print JSON')
    .action((options: CreateOptions) => createCommand(options));
  reportback
    .command('links')
    .description('print the links of a workshop')
    .argument('<workshop>', 'its id')
    .option('--replace <name>', 'first make one void and give it a new address')
    .option('--json', 'print JSON')
    .action(linksCommand);
  reportback
    .command('export')
    .description('write the record of a workshop to a file')
    .argument('<workshop>', 'its id')
    .requiredOption('--format <format>', 'md')
    .requiredOption('--out <file>', 'where to, or - for stdout')
    .action(async (workshop: string, options: ExportOptions) =>
      (await import('./export.ts')).exportCommand(workshop, options),
    );
  return reportback;
}

/** Runs one command. Problems are one sentence on stderr and an exit code; only faults of ours show where they happened. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** What may happen to a command besides a wrong use; its message is the sentence to say. */
function isExpected(error: unknown): error is Error {
  return [Refusal, StorageProblem, AgendaRefused, NotAnId].some((kind) => error instanceof kind);
}

function report(error: unknown): number {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  if (error instanceof ConfigurationProblem) {
    say(error.message);
    return wrongUse;
  }
  if (isExpected(error)) {
    say(error.message);
    return problem;
  }
  say(`This is a fault in Reportback: ${error instanceof Error ? error.stack : String(error)}`);
  return problem;
}
