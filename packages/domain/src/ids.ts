/**
 * Ids are parsed, never cast: a function that takes a `GroupId` cannot be handed a session's id,
 * nor a text from a URL that nobody looked at.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type WorkshopId = Id<'workshop'>;
export type SessionId = Id<'session'>;
export type GroupId = Id<'group'>;
export type SeatId = Id<'seat'>;
export type LinkId = Id<'link'>;
export type PointId = Id<'point'>;
export type BlockId = Id<'block'>;
export type FindingId = Id<'finding'>;
export type ActionId = Id<'action'>;
/** Given by the page that inserts an image, before the server has it. */
export type ImageId = Id<'image'>;
/** Given by the page to each command, so that a call that is sent twice is carried out once. */
export type CommandId = Id<'command'>;

/** Letters and digits, with hyphens inside; safe in a URL path, a file name and an HTML id. */
export const idShape = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

/** An id that came from outside and has another shape than ours. Its message can be shown. */
export class NotAnId extends Error {
  constructor(kind: string, text: string) {
    super(`“${text.slice(0, 60)}” is not the id of a ${kind}.`);
    this.name = 'NotAnId';
  }
}

function parser<T extends string>(kind: string): (text: string) => T {
  function isId(text: string): text is T {
    return idShape.test(text);
  }
  return (text) => {
    if (isId(text)) return text;
    throw new NotAnId(kind, text);
  };
}

/** Each throws {@link NotAnId} for a text that is not 1 to 48 lower-case letters, digits or inner hyphens. */
export const parseWorkshopId = parser<WorkshopId>('workshop');
export const parseSessionId = parser<SessionId>('session');
export const parseGroupId = parser<GroupId>('table');
export const parseSeatId = parser<SeatId>('seat');
export const parseLinkId = parser<LinkId>('link');
export const parsePointId = parser<PointId>('point');
export const parseBlockId = parser<BlockId>('block');
export const parseFindingId = parser<FindingId>('finding');
export const parseActionId = parser<ActionId>('action');
export const parseImageId = parser<ImageId>('image');
export const parseCommandId = parser<CommandId>('command');

/** Crockford's base 32: no i, l, o, u, so an id read aloud or copied by hand is not misread. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The text of a new random id: 16 characters, 80 bits.
 * @param random fills bytes with chance (`crypto.getRandomValues` outside tests); available without a
 *   secure context, unlike `crypto.randomUUID`.
 */
export function newId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(16));
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('');
}
