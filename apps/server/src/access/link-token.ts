import { type Link, type LinkId, NotAnId, parseLinkId } from '@reportback/domain';
import type { Signer } from './signer.ts';

/** What a genuine token says. Whether its link still has that generation is for the store to tell. */
export interface LinkClaim {
  readonly link: LinkId;
  readonly generation: number;
}

/**
 * The token of a link, `<link>.<generation>.<signature>`: derived, never stored, so it can be shown
 * again, and void once the generation is raised.
 */
export function linkToken(signer: Signer, link: Pick<Link, 'id' | 'generation'>): string {
  const text = `${link.id}.${link.generation}`;
  return `${text}.${signer.sign('link', text)}`;
}

/** Reads a token that somebody presents, or null when this server never gave it out. */
export function readLinkToken(signer: Signer, token: string): LinkClaim | null {
  const match = /^([a-z0-9-]{1,48})\.([1-9]\d{0,8})\.([\w-]{24})$/.exec(token);
  if (match === null) return null;
  const [, id = '', generation = '', signature = ''] = match;
  if (!signer.isSigned('link', `${id}.${generation}`, signature)) return null;
  try {
    return { link: parseLinkId(id), generation: Number(generation) };
  } catch (error) {
    if (error instanceof NotAnId) return null;
    throw error;
  }
}
