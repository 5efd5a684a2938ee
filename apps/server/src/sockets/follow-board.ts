import { NotAnId, parseSessionId, parseWorkshopId } from '@reportback/domain';
import type { Gate } from '../access/gate.ts';
import { isOwnOrigin, type ServerPlace } from '../access/same-origin.ts';
import type { Boards } from '../board/boards.ts';
import type { SocketRoute } from './upgrade.ts';

/**
 * `/feed/<workshop>/<session>?since=<position>`, for browsers with a pass. A cookie comes along wherever the
 * page is from, so the page has to be ours.
 */
export function followBoard(place: ServerPlace, gate: Gate, boards: Boards): SocketRoute {
  return async ({ socket, request, url, path: [workshopText = '', sessionText = ''] }) => {
    const { origin } = request.headers;
    if (origin === undefined || !isOwnOrigin(place, origin)) return 'no-access';
    const ids = readIds(workshopText, sessionText);
    if (ids === null) return 'not-found';
    const asker = await gate.asker(request, ids.workshop);
    if (asker === null) return 'no-access';
    const { link, seat } = asker;
    return boards.follow(socket, {
      ...ids,
      holder: { link: link.id, generation: link.generation, seat: seat?.id ?? null },
      since: url.searchParams.get('since'),
    });
  };
}

function readIds(workshop: string, session: string) {
  try {
    return { workshop: parseWorkshopId(workshop), session: parseSessionId(session) };
  } catch (error) {
    if (error instanceof NotAnId) return null;
    throw error;
  }
}
