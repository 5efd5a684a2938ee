import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../config.ts';

/** What the surroundings of a call tell: where the server listens and how people reach it. */
export interface ServerPlace {
  /** The address that the server listens on. */
  readonly host: string;
  readonly publicUrl: URL;
}

/** Whether only this machine reaches the server, and nobody through a proxy. */
export function isLocalOnly({ host, publicUrl }: ServerPlace): boolean {
  return isLoopback(host) && isLoopback(publicUrl.hostname);
}

/**
 * Whether a call may have this origin: exactly the public address, and for a server on this machine only
 * also its other name there (`localhost`, `127.0.0.1`).
 */
export function isOwnOrigin(place: ServerPlace, origin: string): boolean {
  return ownOrigins(place).includes(origin);
}

function ownOrigins(place: ServerPlace): readonly string[] {
  const { publicUrl } = place;
  if (!isLocalOnly(place)) return [publicUrl.origin];
  const port = publicUrl.port === '' ? '' : `:${publicUrl.port}`;
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return [publicUrl.origin, ...names.map((name) => `${publicUrl.protocol}//${name}${port}`)];
}

/**
 * Whether the Host header is a name of this server. It is asked of servers on this machine only: there a
 * foreign page could have its own name point here (DNS rebinding). Others may be reached by any name.
 */
export function isOwnHost(place: ServerPlace, host: string | undefined): boolean {
  if (!isLocalOnly(place)) return true;
  return host !== undefined && ownOrigins(place).some((origin) => new URL(origin).host === host);
}

/** Whether the person at the browser sits at the server itself. */
export function isLocalCall(place: ServerPlace, request: IncomingMessage): boolean {
  return isLocalOnly(place) && isOwnHost(place, request.headers.host);
}

const readOnly = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a call may change something, as far as the page goes that makes it: a browser names its page's
 * origin, which has to be ours; a program that names none must not come with a browser's cookies.
 */
export function mayChange(place: ServerPlace, request: IncomingMessage): boolean {
  if (readOnly.includes(request.method ?? '')) return true;
  const { origin, cookie } = request.headers;
  if (origin !== undefined) return isOwnOrigin(place, origin);
  const site = request.headers['sec-fetch-site'];
  return site === undefined ? cookie === undefined : site === 'same-origin';
}
