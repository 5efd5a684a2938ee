import { parseWorkshopId, type WorkshopId, type WorkshopStore } from '@reportback/domain';
import type { GroupDocuments } from '../workshops/group-documents.ts';
import { makeExamplePlenary, type PlenaryMaking } from './example-plenary.ts';
import { newExample } from './example-workshop.ts';

/** The fact that says whether the example was offered: its workshop's id, with a mark while it is being made. */
const exampleFact = 'example';
const unfinished = 'making ';

/** The example's id while it is there; null before it was offered and after it was removed. */
export async function exampleWorkshop(store: WorkshopStore): Promise<WorkshopId | null> {
  const said = await store.fact(exampleFact);
  if (said === null || said.startsWith(unfinished)) return null;
  const id = parseWorkshopId(said);
  return (await store.workshop(id)) === null ? null : id;
}

/**
 * Makes the example on a server's first start and never again, whether it was kept, changed or removed. What
 * a first start left unfinished is made anew.
 * @returns its id when it was made now
 */
export async function offerExample(
  making: PlenaryMaking,
  documents: GroupDocuments,
): Promise<WorkshopId | null> {
  const { store } = making;
  const said = await store.fact(exampleFact);
  if (said !== null && !said.startsWith(unfinished)) return null;
  if (said !== null) await store.deleteWorkshop(parseWorkshopId(said.slice(unfinished.length)));
  const { all, contents, plenaries } = await newExample(making);
  await store.setFact(exampleFact, `${unfinished}${all.workshop.id}`);
  await store.create(all);
  for (const { session, group, content } of contents) await documents.make(session, group, content);
  for (const plenary of plenaries) await makeExamplePlenary(making, documents, plenary);
  await store.setFact(exampleFact, all.workshop.id);
  return all.workshop.id;
}
