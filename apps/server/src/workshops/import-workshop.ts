import { firstUpdate, type RecordedContent } from '@reportback/document/first-update';
import { projectCard } from '@reportback/document/project';
import {
  type Group,
  type GroupId,
  idShape,
  type NewWorkshop,
  newId,
  type PlenaryStore,
  parseCommandId,
  parseGroupId,
  parseImageId,
  plenaryGroup,
  type RecordStore,
  tablesUnderIds,
  type WorkshopId,
} from '@reportback/domain';
import {
  emptyCard,
  type RecordedSession,
  shownImages,
  type WorkshopRecord,
} from '@reportback/record';
import { inputOf, recordHash, toJson } from '@reportback/record/json';
import { buildDoc } from '@reportback/sync';
import type { ImageIntake } from '../images/image-intake.ts';
import { Refusal } from '../refusal.ts';
import { cardFingerprint } from './card-fingerprint.ts';
import type { GroupDocuments } from './group-documents.ts';
import { type Making, newLinks, unusedJoinCode } from './new-workshop.ts';
import { plenaryCommandsOf } from './plenary-commands-of.ts';
import type { WorkshopRecords } from './workshop-record.ts';

/** Who the steps of an imported plenary are by: no seat of this server. */
const importActor = 'import';

export interface Importing extends Making {
  readonly plenaries: PlenaryStore;
  readonly documents: GroupDocuments;
  readonly kept: RecordStore;
  readonly records: Pick<WorkshopRecords, 'read'>;
  readonly imageIntake: ImageIntake;
}

/**
 * Makes the workshop of a record, under its own ids, with new links and a new join code. Exported again under the same
 * attribution it has the same canonical JSON. Where this fails halfway, nothing of it stays.
 * @param images that came with the record, by their ids; one that is no sound image is left out
 * @throws Refusal `not-now` for a workshop that is here already
 */
export async function importWorkshop(
  importing: Importing,
  record: WorkshopRecord,
  images: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<WorkshopId> {
  const { store } = importing;
  const { id, title } = record.workshop;
  if ((await store.workshop(id)) !== null)
    throw new Refusal(
      'not-now',
      `The workshop “${title}” is on this server already. Nothing was changed; delete it first to import it again.`,
    );
  const groups = groupIds(importing, record);
  await store.create(await newWorkshop(importing, record, groups));
  try {
    for (const session of record.sessions) await importSession(importing, session, groups);
    await importImages(importing, record, { images, groups });
    await importStanding(importing, record, groups);
  } catch (error) {
    await store.deleteWorkshop(id);
    await store.finishDeletions();
    throw error;
  }
  return id;
}

/** The tables' ids here. Those of a record that withholds tables are numbers only, the same in every such record. */
function groupIds(
  { random }: Making,
  { attribution, groups }: WorkshopRecord,
): ReadonlyMap<GroupId, GroupId> {
  return new Map(
    groups.map(({ id }) => [id, attribution === 'none' ? parseGroupId(newId(random)) : id]),
  );
}

async function newWorkshop(
  making: Making,
  record: WorkshopRecord,
  ids: ReadonlyMap<GroupId, GroupId>,
): Promise<NewWorkshop> {
  const { attribution, workshop, sessions, groups, seats } = inputOf(record);
  const here: readonly Group[] = groups.map((group) => ({ ...group, id: known(ids, group.id) }));
  return {
    workshop: { ...workshop, attribution, joinCode: await unusedJoinCode(making) },
    sessions: sessions.map(({ tables, ...session }) => ({
      ...session,
      ...tablesUnderIds({ ...(tables && { tables }) }, (id) => known(ids, id)),
    })),
    groups: here,
    links: newLinks(making.random, workshop.id, here),
    seats: seats.map((seat) => ({
      ...seat,
      group: seat.group === null ? null : known(ids, seat.group),
      ...(seat.elsewhere !== undefined && {
        elsewhere: Object.fromEntries(
          Object.entries(seat.elsewhere).map(([session, group]) => [
            session,
            group === null ? null : known(ids, group),
          ]),
        ),
      }),
    })),
  };
}

async function importSession(
  { documents, plenaries, clock, random }: Importing,
  { id, groups, plenary }: RecordedSession,
  ids: ReadonlyMap<GroupId, GroupId>,
): Promise<void> {
  for (const { group, note, card, signedOff } of groups) {
    await documents.make(id, known(ids, group), { note, card });
    if (signedOff !== null)
      await plenaries.append(id, {
        id: parseCommandId(newId(random)),
        at: signedOff.at,
        by: signedOff.by ?? importActor,
        did: {
          is: 'sign-off',
          group: known(ids, group),
          card: importedFingerprint({ note, card }),
        },
      });
  }
  if (plenary.note.length > 0)
    await documents.make(id, plenaryGroup, { note: plenary.note, card: emptyCard });
  for (const command of plenaryCommandsOf(plenary))
    await plenaries.append(id, {
      id: parseCommandId(newId(random)),
      at: clock.wallTime(),
      by: importActor,
      did: { is: 'plenary', command },
    });
  await plenaries.putImportedVoices(id, {
    reactions: plenary.reactions,
    votes: plenary.findings.map(({ id: finding, votes }) => ({ finding, votes })),
  });
}

/**
 * A frozen record is kept as it came, byte for byte. What was corrected before stays marked, and later words are compared
 * with those that came.
 */
async function importStanding(
  { kept, records }: Importing,
  record: WorkshopRecord,
  ids: ReadonlyMap<GroupId, GroupId>,
): Promise<void> {
  const { standing, workshop } = record;
  if (standing.is === 'open') return;
  const here = (await records.read(workshop.id)).under('by-name');
  const corrections = record.corrections.map((each) => ({
    ...each,
    group: each.group === null ? null : known(ids, each.group),
  }));
  const baseline = toJson({ ...here, corrections });
  if (standing.is === 'correcting') return kept.correct(workshop.id, standing, baseline);
  const words = { json: toJson(record), hash: recordHash(record), baseline };
  await kept.freeze(workshop.id, standing, words);
}

/** Of the card as it is written here: ids of note blocks may be other ones. */
function importedFingerprint(content: RecordedContent): string {
  const doc = buildDoc([firstUpdate(content)]);
  const fingerprint = cardFingerprint(projectCard(doc));
  doc.destroy();
  return fingerprint;
}

async function importImages(
  { imageIntake }: Importing,
  record: WorkshopRecord,
  {
    images,
    groups,
  }: {
    readonly images: ReadonlyMap<string, Uint8Array>;
    readonly groups: ReadonlyMap<GroupId, GroupId>;
  },
): Promise<void> {
  for (const { image, session, group } of shownImages(record)) {
    const bytes = images.get(image);
    if (bytes === undefined || !idShape.test(image)) continue;
    const place = {
      workshop: record.workshop.id,
      session,
      group: group === plenaryGroup ? group : known(groups, group),
    };
    try {
      const file = await imageIntake.sound(Buffer.from(bytes));
      await imageIntake.store(parseImageId(image), place, file);
    } catch (error) {
      // Its words stay; the record is worth more than one image of it.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

function known(ids: ReadonlyMap<GroupId, GroupId>, id: GroupId): GroupId {
  const here = ids.get(id);
  if (here === undefined) throw new Error(`The record refers to a table “${id}” that it lacks.`);
  return here;
}
