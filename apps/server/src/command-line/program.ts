import { AgendaRefused, NotAnId } from '@reportback/domain';
import { StorageProblem } from '@reportback/storage-sqlite';
import { Command, CommanderError } from 'commander';
import { ConfigurationProblem } from '../configuration-problem.ts';
import { Refusal } from '../refusal.ts';
import { type CreateOptions, createCommand } from './create.ts';
import { creationLinkCommand } from './creation-link.ts';
import type { ExportOptions } from './export.ts';
import { linksCommand } from './links.ts';
import { say } from './output.ts';
import { parseAgendaCommand } from './parse-agenda.ts';

/** The exit code of a wrong setting or use, and of anything else that a person can put right. */
const wrongUse = 2;
const problem = 1;

/** Those that need much load it when they are called: other commands answer sooner. */
function program(): Command {
  const reportback = new Command('reportback')
    .description('Notes, report-backs and the record of workshops that work in small groups.')
    .configureOutput({ outputError: (error, write) => write(asSentence(error)) })
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
    .option('--session <id>', 'one session only')
    .option('--group <id>', 'one table only')
    .requiredOption('--format <format>', 'md, html, docx, pdf, tex, csv, csv-findings, json or zip')
    .requiredOption('--out <file>', 'where to, or - for stdout')
    .action(async (workshop: string, options: ExportOptions) =>
      (await import('./export.ts')).exportCommand(workshop, options),
    );
  reportback
    .command('creation-link')
    .description('print the link with which organizers make workshops')
    .action(creationLinkCommand);
  addRecordCommands(reportback);
  addBackupCommands(reportback);
  return reportback;
}

/** What Commander found, such as “error: unknown option '--jsn'” with a second line “(Did you mean --json?)”. */
function asSentence(error: string): string {
  const [found = '', ...hints] = error
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const hint = hints.map((line) => ` ${line.replaceAll(/[()]/g, '')}`).join('');
  return `${found.charAt(0).toUpperCase()}${found.slice(1)}.${hint} “reportback --help” says what there is.\n`;
}

function addRecordCommands(reportback: Command): void {
  reportback
    .command('verify-record')
    .description('say whether an exported record is as it was exported')
    .argument('<file>', 'a record as JSON or ZIP, or - for stdin')
    .action(async (file: string) => (await import('./verify-record.ts')).verifyRecordCommand(file));
  reportback
    .command('import')
    .description('make the workshop of an exported record, and print its links')
    .argument('<file>', 'a record as JSON or ZIP, or - for stdin')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { readonly json?: true }) =>
      (await import('./import.ts')).importCommand(file, options),
    );
}

function addBackupCommands(reportback: Command): void {
  reportback
    .command('backup')
    .description('copy all data to a new folder, beside a running server or without one')
    .requiredOption('--out <folder>', 'where to; a folder that is empty or not there yet')
    .action(async (options: { readonly out: string }) =>
      (await import('./backup.ts')).backupCommand(options),
    );
  reportback
    .command('restore')
    .description('bring a backup into the data folder; stop the server first')
    .argument('<folder>', 'the backup')
    .option('--force', 'keep present data aside, or restore a backup that is not sound')
    .action(async (folder: string, options: { readonly force?: true }) =>
      (await import('./restore.ts')).restoreCommand(folder, options),
    );
  reportback
    .command('verify')
    .description('read the data folder, or a backup, from end to end')
    .argument('[folder]', 'a backup; without it, the data folder')
    .action(async (folder: string | undefined) =>
      (await import('./verify.ts')).verifyCommand(folder),
    );
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
