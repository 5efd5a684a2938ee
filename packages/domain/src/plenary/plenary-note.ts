import { type GroupId, parseGroupId } from '../ids.ts';

/**
 * Stands where a group's id stands, in a document's name and in a ticket's request, for the note of the whole
 * plenary: everybody with a seat may write it. No table has this id.
 */
export const plenaryGroup: GroupId = parseGroupId('plenary');
