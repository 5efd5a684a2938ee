import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseGroupId, parseSessionId, parseWorkshopId } from '@reportback/domain';
import { type ExportFormat, exportFormats } from '@reportback/record';
import { exportBeside } from '@reportback/record/export';
import { systemClock } from '@reportback/sync';
import { ConfigurationProblem } from '../configuration-problem.ts';
import { asRefusal } from '../workshops/record-export.ts';
import { WorkshopRecords } from '../workshops/workshop-record.ts';
import { copyResult } from './files.ts';
import { say } from './output.ts';
import { withData } from './with-data.ts';

export interface ExportOptions {
  readonly session?: string;
  readonly group?: string;
  readonly format: string;
  readonly out: string;
}

/** `reportback export WORKSHOP`: writes the record of the event, a session or a table to a file. */
export async function exportCommand(workshop: string, options: ExportOptions): Promise<void> {
  const id = parseWorkshopId(workshop);
  const scope = {
    session: options.session === undefined ? null : parseSessionId(options.session),
    group: options.group === undefined ? null : parseGroupId(options.group),
  };
  const format = readFormat(options.format);
  const problems = await withData(async ({ storage, maker }) => {
    const records = new WorkshopRecords({
      store: storage.workshops,
      plenaries: storage.plenaries,
      updates: storage.updates,
      kept: storage.records,
      images: storage.images,
      clock: systemClock,
      publicUrl: maker.publicUrl,
    });
    const { record, problems: missing, edition } = await records.told(id);
    const folder = await mkdtemp(path.join(tmpdir(), 'reportback-export-'));
    const stopped = new AbortController();
    const stop = (): void =>
      stopped.abort(new ConfigurationProblem('The export was stopped, and nothing was written.'));
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      const images = records.images(record, scope);
      const wanted = { record, format, scope, edition, images };
      const file = await exportBeside(wanted, folder, stopped.signal);
      await copyResult(file, options.out);
      return missing;
    } catch (error) {
      throw asRefusal(error);
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      await rm(folder, { recursive: true });
    }
  });
  for (const problem of problems) say(problem);
}

function readFormat(text: string): ExportFormat {
  const format = exportFormats.find((each) => each === text);
  if (format !== undefined) return format;
  throw new ConfigurationProblem(
    `--format is “${text}”; it must be one of ${exportFormats.join(', ')}.`,
  );
}
