import { projectNote } from '@reportback/document/project';
import {
  type PlenaryStore,
  plenaryGroup,
  type Seat,
  type Session,
  type SessionStory,
  tableAt,
  type Vote,
} from '@reportback/domain';
import { gatherVoices, type PlenaryInput, withCounted } from '@reportback/record';
import type { UpdateLog } from '@reportback/sync';
import { documentName } from './group-documents.ts';
import { lookAtLogged } from './read-document.ts';

/** A session's plenary for the record, and a sentence where its note is missing because it cannot be read. */
export interface RecordedPlenary {
  readonly input: PlenaryInput;
  readonly problem: string | null;
}

/** Reads what the plenary of a session made, from what is stored. */
export async function recordedPlenary(
  { plenaries, updates }: { readonly plenaries: PlenaryStore; readonly updates: UpdateLog },
  { id, title }: Session,
  { plenary }: Pick<SessionStory, 'plenary'>,
  seats: readonly Seat[],
): Promise<RecordedPlenary> {
  const votes = isCounted(plenary.vote) ? await plenaries.votes(id) : [];
  const at = seats.map((seat) => ({ ...seat, group: tableAt(seat, id) }));
  const own = gatherVoices(await plenaries.reactions(id), votes, at);
  const imported = await plenaries.importedVoices(id);
  const voices =
    imported === null
      ? own
      : withCounted(own, isCounted(plenary.vote) ? imported : { ...imported, votes: [] });
  const found = await lookAtLogged(updates, documentName(id, plenaryGroup), projectNote);
  const note = found.is === 'read' ? found.value : [];
  return {
    input: { session: id, plenary, voices, note, citations: plenary.citations },
    problem:
      found.is === 'damaged'
        ? `The note of the plenary of “${title}” is damaged (${found.found}) and is missing here. Its bytes were kept.`
        : null,
  };
}

/** Votes that the room does not see yet are in no record. */
function isCounted(vote: Vote): boolean {
  return vote.is === 'closed' || (vote.is === 'open' && vote.live);
}
