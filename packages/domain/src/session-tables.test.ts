import { expect, it } from 'vitest';
import { documentAccess } from './access.ts';
import { parseGroupId } from './ids.ts';
import { namedIn, sessionTables, sitsIn, tablesIn, tablesUnderIds } from './session-tables.ts';

const [one, two, three] = ['g1', 'g2', 'g3'].map(parseGroupId) as [
  ReturnType<typeof parseGroupId>,
  ReturnType<typeof parseGroupId>,
  ReturnType<typeof parseGroupId>,
];
const groups = [
  { id: one, name: 'Lakefront' },
  { id: two, name: '' },
  { id: three, name: '' },
];
const session = { tables: { out: [two], names: { [three]: 'Harbour' } } };

it('a session that says nothing has the tables of the workshop', () => {
  expect(tablesIn(groups, {})).toEqual(groups);
  expect(sessionTables({ out: [], names: {} })).toEqual({});
  expect(sessionTables(null)).toEqual({});
});

it('tables are left out, and go by other names', () => {
  expect(tablesIn(groups, session)).toEqual([
    { id: one, name: 'Lakefront' },
    { id: three, name: 'Harbour' },
  ]);
  expect(groups.map(({ id }) => sitsIn(id, session))).toEqual([true, false, true]);
  expect(namedIn({ id: one, name: 'Lakefront' }, session).name).toBe('Lakefront');
});

it('under other ids, a table without one is dropped', () => {
  const other = parseGroupId('h3');
  expect(tablesUnderIds(session, (id) => (id === three ? other : undefined))).toEqual({
    tables: { out: [], names: { [other]: 'Harbour' } },
  });
  expect(tablesUnderIds(session, () => undefined)).toEqual({});
});

it('nobody writes at a table that does not sit in the session', () => {
  const at = { group: two, phase: 'discuss', othersReadable: true } as const;
  for (const role of ['organizer', 'facilitator', 'participant'] as const) {
    const who = { role, seated: true, group: two };
    expect(documentAccess(who, { ...at, sits: false })).toEqual({
      is: 'read',
      because: 'left-out',
    });
    expect(documentAccess(who, { ...at, sits: true })).toEqual({ is: 'write' });
  }
});
