import { type AgendaView, cardTemplates, parseAgenda, parseGroupId } from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { emptyDraft, longName, namesOf, requestOf, tableCountIn, withAgenda } from './draft.ts';
import { withRow } from './rows.ts';

const text =
  'Workshop on Harmony\n9:00-9:30 Welcome\n9:30-11:00 Small groups: Challenges\n11:00-12:00 Breakout: Ideas';
const view = (agenda = text): AgendaView => ({
  agenda: parseAgenda(agenda),
  timeZone: 'America/Chicago',
  breakouts: [],
});
const draft = { ...emptyDraft, agenda: text };

describe('a workshop in the making', () => {
  it('asks for what the agenda says, until somebody typed otherwise', () => {
    expect(requestOf(draft, view())).toMatchObject({
      title: 'Workshop on Harmony',
      timeZone: 'America/Chicago',
      tables: 8,
      days: [
        { items: [{ line: 1 }, { line: 2, kind: 'breakout' }, { line: 3, kind: 'breakout' }] },
      ],
    });
    expect(
      requestOf({ ...draft, title: ' Retreat ', timeZone: 'Europe/Brussels' }, view()),
    ).toMatchObject({ title: 'Retreat', timeZone: 'Europe/Brussels' });
  });

  it('names tables line by line, an empty line leaving a table unnamed', () => {
    expect(namesOf({ tables: 3, tableNames: 'Wabash\n\n Pilsen \nHalsted' })).toEqual([
      'Wabash',
      '',
      'Pilsen',
    ]);
  });

  it('says which name is too long for a table', () => {
    const long = 'x'.repeat(61);
    expect(longName({ tables: 2, tableNames: `Wabash\n ${long.slice(1)} ` })).toBeNull();
    expect(longName({ tables: 2, tableNames: `Wabash\n${long}` })).toMatch(
      /name of Table 2 has 61 characters; up to 60/,
    );
    expect(longName({ tables: 1, tableNames: `Wabash\n${long}` })).toBeNull();
  });

  it('gives sessions their prompts, cards and galleries, and leaves out those of rows that are none', () => {
    const [, actions] = cardTemplates;
    const made = requestOf(
      {
        ...draft,
        prompts: { '3': ' What gets in the way? ', '2': 'Gone', '4': ' ' },
        cardTemplates: { '4': actions.template },
        choices: { '3': 'gallery', '4': 'keep' },
      },
      view(),
    );
    expect(made.prompts).toEqual({ 2: 'What gets in the way?' });
    expect(made.cardTemplates).toEqual({ 3: actions.template });
    expect(made.galleries).toEqual([2]);
  });

  it('has other tables in a session only where that is wanted, and of those that there are', () => {
    const [three, nine] = [parseGroupId('3'), parseGroupId('9')];
    const sessionTables = { '4': { out: [three, nine], names: { '1': 'Harbour', '9': 'Gone' } } };
    const differing = { ...draft, tables: 4, tablesDiffer: true, sessionTables };
    expect(requestOf(differing, view()).sessionTables).toEqual({
      3: { out: [three], names: { '1': 'Harbour' } },
    });
    expect(['3', '4'].map((key) => tableCountIn(differing, key))).toEqual([4, 3]);
    const same = { ...differing, tablesDiffer: false };
    expect(requestOf(same, view()).sessionTables).toEqual({});
    expect(tableCountIn(same, '4')).toBe(4);
    const moved = withAgenda(differing, `Agenda of the day\n${text}`);
    expect(moved.sessionTables).toEqual({ '5': sessionTables['4'] });
  });

  it('keeps what was corrected when lines come above, and lets it go where the line was edited', () => {
    const corrected = {
      ...draft,
      corrections: withRow(draft.corrections, '3', { title: 'Hindrances' }),
      prompts: { '3': 'Why?', '4': 'How?' },
    };
    const more = `Agenda of the day\n${text}`;
    const moved = withAgenda(corrected, more);
    expect(requestOf(moved, view(more)).days?.[0]?.items[1]?.title).toBe('Hindrances');
    expect(moved.prompts).toEqual({ '4': 'Why?', '5': 'How?' });
    const edited = withAgenda(corrected, text.replace('Challenges', 'Needs'));
    expect(edited.corrections.rows).toEqual({});
    expect(edited.prompts).toEqual({ '4': 'How?' });
  });
});
