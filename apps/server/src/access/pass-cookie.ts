import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotAnId, parseWorkshopId, type WorkshopId } from '@reportback/domain';
import { parseCookie, stringifySetCookie } from 'cookie';

const prefix = 'reportback_';

/** How long a browser keeps a pass, in seconds: past the days in which a group still corrects its card. */
const keptFor = 180 * 24 * 60 * 60;

/** The name of the cookie that holds a browser's pass to a workshop. */
export function passCookie(workshop: WorkshopId): string {
  return `${prefix}${workshop}`;
}

/**
 * Sets a cookie that no script reads and no other site sends along.
 * @param maxAge seconds; 0 takes it away
 */
export function setCookie(
  response: ServerResponse,
  publicUrl: URL,
  name: string,
  value: string,
  maxAge = keptFor,
): void {
  const cookie = stringifySetCookie({
    name,
    value,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.protocol === 'https:',
    path: '/',
    maxAge,
  });
  response.appendHeader('set-cookie', cookie);
}

/** The secret of a browser's pass to a workshop, or null. */
export function passSecret(request: IncomingMessage, workshop: WorkshopId): string | null {
  return readCookies(request)[passCookie(workshop)] ?? null;
}

/** The workshops that a browser holds a pass of, live or not. */
export function passWorkshops(request: IncomingMessage): readonly WorkshopId[] {
  return Object.keys(readCookies(request)).flatMap((name) => {
    if (!name.startsWith(prefix)) return [];
    try {
      return [parseWorkshopId(name.slice(prefix.length))];
    } catch (error) {
      // Somebody else's cookie.
      if (error instanceof NotAnId) return [];
      throw error;
    }
  });
}

export function readCookies(
  request: IncomingMessage,
): Readonly<Record<string, string | undefined>> {
  return parseCookie(request.headers.cookie ?? '');
}

/** What is stored of a pass's secret. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
