import {
  type Group,
  type GroupId,
  groupLabel,
  type Session,
  type SessionTables,
  sessionTables,
  sitsIn,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';

/**
 * The tables of a session as somebody wants them, in the order of `groups`.
 * @throws Refusal `bad-input` for tables that the workshop does not have, and where none would be left
 */
export function tablesAmong(
  groups: readonly Group[],
  title: string,
  wanted: SessionTables,
): { readonly tables?: SessionTables } {
  const known = new Set(groups.map(({ id }) => id));
  const named = [...wanted.out, ...Object.keys(wanted.names)];
  if (named.some((id) => !known.has(id as GroupId)))
    throw new Refusal(
      'bad-input',
      `For “${title}” a table was named that this workshop does not have. Reload the page.`,
    );
  const tables = sessionTables({
    out: groups.map(({ id }) => id).filter((id) => wanted.out.includes(id)),
    names: Object.fromEntries(
      groups.flatMap(({ id, name }) => {
        const other = wanted.names[id];
        return other === undefined || other === name ? [] : [[id, other] as const];
      }),
    ),
  });
  if (groups.every(({ id }) => !sitsIn(id, tables)))
    throw new Refusal('bad-input', `“${title}” needs a table: leave at least one in it.`);
  return tables;
}

/**
 * The tables of a session that is there as somebody wants them, in the order of the tables' numbers.
 * @param evenWritten leave out also tables that have written in the session; their text stays
 * @throws Refusal `has-text` where it is not said and one has; `bad-input` for tables that the workshop does not
 *   have, and where none would be left
 */
export async function soundTables(
  { store, source }: Pick<Services, 'store' | 'source'>,
  session: Session,
  wanted: SessionTables | null,
  evenWritten: boolean,
): Promise<Pick<Session, 'tables'>> {
  if (wanted === null) return {};
  const groups = await store.groups(session.workshop);
  const tables = tablesAmong(groups, session.title, wanted);
  const out = groups.filter(({ id }) => !sitsIn(id, tables));
  if (!evenWritten) {
    const written: Group[] = [];
    for (const group of out.filter(({ id }) => sitsIn(id, session))) {
      const { isBegun, isDamaged } = await source.work(session.id, group.id);
      if (isBegun || isDamaged) written.push(group);
    }
    if (written.length > 0) throw hasText(session, written);
  }
  return tables;
}

function hasText({ title }: Session, written: readonly Group[]): Refusal {
  const names = written.map(groupLabel).join(', ');
  return new Refusal(
    'has-text',
    `${names} ${written.length === 1 ? 'has' : 'have'} written in “${title}”. Left out, nobody writes there any more; the text stays, and the record tells it.`,
  );
}
