import { getRandomValues } from 'node:crypto';
import { newId } from '@reportback/domain';
import { shownImages, wholeEvent } from '@reportback/record';
import { systemClock } from '@reportback/sync';
import { linksOf } from '../access/workshop-links.ts';
import { ImageIntake } from '../images/image-intake.ts';
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
  const { record, intact, images } = await readRecordInput(file);
  const { links, missing } = await withData(async ({ config, storage, maker }) => {
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
        images: storage.images,
      }),
      imageIntake: new ImageIntake({
        images: storage.images,
        limits: config.imageLimits,
        durable: () => storage.updates.durable(),
      }),
      clock: systemClock,
      random: getRandomValues,
    };
    const id = await importWorkshop(importing, record, images);
    await storage.updates.durable();
    let here = 0;
    for await (const _image of importing.records.images(record, wholeEvent)) here++;
    return {
      links: await linksOf(storage.workshops, maker, id),
      missing: shownImages(record).length - here,
    };
  }, 'made');
  if (!intact) say('This record was changed after it was exported; it was imported as it is.');
  if (missing > 0)
    say(
      `${missing === 1 ? '1 image is' : `${missing} images are`} not in this file, or damaged; their words are there. A ZIP brings images along.`,
    );
  result(options.json ? linksAsJson(links) : linksInWords(links));
}
