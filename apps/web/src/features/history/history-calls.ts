import type { RestoreRequest, RestoreView, VersionsView, VersionView } from '@reportback/domain';
import type { TablePlace } from '../../app/api.ts';
import { callServer } from '../../app/call-server.ts';

const of = ({ workshop, session, group }: TablePlace, rest = '') =>
  `/api/workshops/${workshop}/sessions/${session}/groups/${group}/versions${rest}`;

/** Calls that no page makes but this one: who joins does not wait for them. */
export const historyCalls = {
  list: (place: TablePlace) => callServer<VersionsView>('GET', of(place)),
  version: (place: TablePlace, version: number) =>
    callServer<VersionView>('GET', of(place, `/${version}`)),
  restore: (place: TablePlace, version: number, request: RestoreRequest) =>
    callServer<RestoreView>('POST', of(place, `/${version}/restore`), request),
};
