import { getRandomValues } from 'node:crypto';
import { newId } from '@reportback/domain';
import { systemClock } from '@reportback/sync';
import { linksOf } from '../access/workshop-links.ts';
import { GroupDocuments } from '../workshops/group-documents.ts';
import { importWorkshop } from '../workshops/import-workshop.ts';
import { WorkshopRecords } from '../workshops/workshop-record.ts';
import { linksAsJson, linksInWords } from './links.ts';
import { result, say } from './output.ts';
import { readRecordInput } from './read-record-input.ts';
import { withData } from './with-data.ts';

/** `reportback import FILE`: makes the workshop of a record on a server that lacks it, and prints its new links. */
export async function importCommand(
  file: string,
  options: { readonly json?: true },
): Promise<void> {
  const { record, intact } = await readRecordInput(file);
  const links = await withData(async ({ storage, maker }) => {
    const importing = {
      store: storage.workshops,
      plenaries: storage.plenaries,
      documents: new GroupDocuments(storage.updates, systemClock, () => newId(getRandomValues)),
      kept: storage.records,
      records: new WorkshopRecords({
        store: storage.workshops,
        plenaries: storage.plenaries,
        updates: storage.updates,
        kept: storage.records,
        clock: systemClock,
        publicUrl: maker.publicUrl,
      }),
      clock: systemClock,
      random: getRandomValues,
    };
    const id = await importWorkshop(importing, record);
    await storage.updates.durable();
    return linksOf(storage.workshops, maker, id);
  });
  if (!intact) say('This record was changed after it was exported; it was imported as it is.');
  result(options.json ? linksAsJson(links) : linksInWords(links));
}
