import {
  groupLabel,
  type Link,
  type LinksView,
  tablesIn,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import { linkToken } from './link-token.ts';
import type { Signer } from './signer.ts';
/** What a link is called where it is shown: the five of every workshop. A table's own goes by the table's id. */
export const linkNames = {
  organizer: 'organizer',
  facilitator: 'facilitator',
  join: 'participant',
  screen: 'screen',
  view: 'viewer',
} as const;

/** What makes a link's address. */
export interface LinkMaker {
  readonly signer: Signer;
  readonly publicUrl: URL;
}

/** The address that a link is given out as. Its token stands in the fragment, which no server and no log sees. */
export function linkAddress({ signer, publicUrl }: LinkMaker, link: Link): string {
  const page = link.role === 'participant' ? 'join' : 'enter';
  return `${publicUrl.origin}/${page}#${linkToken(signer, link)}`;
}

/**
 * All links of a workshop, as `links` and `create` print them.
 * @throws Refusal `not-found`
 */
export async function linksOf(
  store: WorkshopStore,
  maker: LinkMaker,
  id: WorkshopId,
): Promise<LinksView> {
  if ((await store.workshop(id)) === null) throw noSuchWorkshop(id);
  const links = await store.links(id);
  const groups = await store.groups(id);
  const sessions = await store.sessions(id);
  const named = (name: keyof typeof linkNames) => linkAddress(maker, findLink(links, name));
  const addresses = new Map(
    groups.map(({ id: group }) => [group, linkAddress(maker, findLink(links, group))]),
  );
  return {
    workshop: id,
    links: {
      organizer: named('organizer'),
      facilitator: named('facilitator'),
      join: named('join'),
      screen: named('screen'),
      view: named('view'),
    },
    sessions: sessions.map((session) => ({
      id: session.id,
      title: session.title,
      groups: tablesIn(groups, session).map((group) => ({
        id: group.id,
        name: groupLabel(group),
        url: addresses.get(group.id) ?? '',
      })),
    })),
    off: await offOf(store, id, links),
  };
}

/** What is switched off, by the names that links go by here, and `code` for the typed code. */
async function offOf(
  store: WorkshopStore,
  workshop: WorkshopId,
  links: readonly Link[],
): Promise<readonly string[]> {
  const names = Object.keys(linkNames).filter((name) => findLink(links, name).revokedAt !== null);
  const tables = links.flatMap(({ group, revokedAt }) =>
    group !== null && revokedAt !== null ? [group] : [],
  );
  return [...names, ...tables, ...((await store.isCodeOff(workshop)) ? ['code'] : [])];
}

/**
 * Makes one link of a workshop void and gives it a new address, which is on. Whoever came in by the old one is out.
 * @param name one of {@link linkNames}, or a table's id
 * @throws Refusal `not-found` for another name
 */
export async function replaceLink(
  store: WorkshopStore,
  workshop: WorkshopId,
  name: string,
): Promise<Link> {
  if ((await store.workshop(workshop)) === null) throw noSuchWorkshop(workshop);
  const link = findLink(await store.links(workshop), name);
  await store.rotateLink(link.id);
  await store.restoreLink(link.id);
  return { ...link, generation: link.generation + 1, revokedAt: null };
}

/** The link of that name among a workshop's. @throws Refusal `not-found` */
export function findLink(links: readonly Link[], name: string): Link {
  const isShared = (each: string): each is keyof typeof linkNames => Object.hasOwn(linkNames, each);
  const found = isShared(name)
    ? links.find((link) => link.role === linkNames[name] && link.group === null)
    : links.find((link) => link.group !== null && link.group === name);
  if (found !== undefined) return found;
  throw new Refusal(
    'not-found',
    `This workshop has no link “${name.slice(0, 60)}”. Its links are ${Object.keys(linkNames).join(', ')}, and one for each table, by the table's id.`,
  );
}
