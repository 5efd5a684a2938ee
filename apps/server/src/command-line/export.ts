import { parseWorkshopId } from '@reportback/domain';
import { systemClock } from '@reportback/sync';
import { ConfigurationProblem } from '../configuration-problem.ts';
import { WorkshopRecords } from '../workshops/workshop-record.ts';
import { writeResult } from './files.ts';
import { say } from './output.ts';
import { withData } from './with-data.ts';

export interface ExportOptions {
  readonly format: string;
  readonly out: string;
}

/** `reportback export WORKSHOP`: writes the whole record to a file. */
export async function exportCommand(workshop: string, options: ExportOptions): Promise<void> {
  const id = parseWorkshopId(workshop);
  if (options.format !== 'md')
    throw new ConfigurationProblem(`--format is “${options.format}”; it must be md (Markdown).`);
  const record = await withData(async ({ storage, maker }) =>
    new WorkshopRecords({
      store: storage.workshops,
      plenaries: storage.plenaries,
      updates: storage.updates,
      clock: systemClock,
      publicUrl: maker.publicUrl,
    }).markdown(id),
  );
  for (const problem of record.problems) say(problem);
  await writeResult(options.out, record.text);
}
