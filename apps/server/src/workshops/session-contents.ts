import { type Group, groupLabel, plenaryGroup, type Session } from '@reportback/domain';
import type { DocumentName } from '@reportback/sync';
import type { Services } from '../services.ts';
import { documentName } from './group-documents.ts';

/** What somebody would lose with a session. */
export interface SessionContents {
  /** In words; empty for nothing. */
  readonly contents: string;
  /** The documents in which something is written, or that cannot be read. */
  readonly written: ReadonlySet<DocumentName>;
}

/** More tables than this are counted, not named. */
const mostNamed = 4;

/** Looks for what people wrote and said in a session, also for what may only be on a device of theirs. */
export async function lookInto(
  services: Pick<Services, 'store' | 'source' | 'plenary' | 'activities'>,
  session: Session,
): Promise<SessionContents> {
  const { store, source, plenary } = services;
  const groups = await store.groups(session.workshop);
  const written = new Set<DocumentName>();
  for (const group of [...groups.map(({ id }) => id), plenaryGroup]) {
    const { isBegun, isDamaged } = await source.work(session.id, group);
    if (isBegun || isDamaged) written.add(documentName(session.id, group));
  }
  const { story } = await plenary.halls.with(session.id, async (hall) => ({ story: hall.story }));
  const { findings, actions } = story.plenary;
  const tables = groups.filter(({ id }) => written.has(documentName(session.id, id)));
  const found = [
    ...(tables.length === 0 ? [] : [`the text of ${named(tables.map(groupLabel), 'tables')}`]),
    ...(written.has(documentName(session.id, plenaryGroup)) ? ['the plenary’s note'] : []),
    ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')]),
    ...(actions.length === 0 ? [] : [counted(actions.length, 'action item')]),
    ...(await onDevices(services, session, groups)),
  ];
  return { contents: new Intl.ListFormat('en').format(found), written };
}

/** Text that the server does not have: it was not taken, or was typed while the device could not be reached. */
async function onDevices(
  { store, activities }: Pick<Services, 'store' | 'activities'>,
  { id: session, workshop }: Session,
  groups: readonly Group[],
): Promise<readonly string[]> {
  const names = new Map((await store.seats(workshop)).map(({ id, name }) => [id, name]));
  const refused = new Set<string>();
  const away = new Set<string>();
  for (const group of [...groups.map(({ id }) => id), plenaryGroup]) {
    const activity = activities.of(documentName(session, group));
    for (const { seat } of activity.refused) refused.add(names.get(seat) ?? somebody);
    for (const { seat } of activity.away) away.add(names.get(seat) ?? somebody);
  }
  return [
    ...(refused.size === 0
      ? []
      : [`text that is only on a device of ${named([...refused], 'people')}`]),
    ...(away.size === 0
      ? []
      : [`perhaps text on a device that is out of reach, of ${named([...away], 'people')}`]),
  ];
}

const somebody = 'somebody who was erased';

function named(names: readonly string[], what: string): string {
  return names.length > mostNamed
    ? `${names.length} ${what}`
    : new Intl.ListFormat('en').format(names);
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
