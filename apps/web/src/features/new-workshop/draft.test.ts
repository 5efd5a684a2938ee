import { describe, expect, it } from 'vitest';
import { emptyDraft, namesOf, requestOf } from './draft.ts';

describe('a workshop in the making', () => {
  it('asks for no more than what was typed', () => {
    expect(requestOf({ ...emptyDraft, agenda: '9:00 Start' }, [])).toEqual({
      agenda: '9:00 Start',
      tables: 8,
      tableNames: [''],
      prompts: {},
    });
  });

  it('names tables line by line, an empty line leaving a table unnamed', () => {
    expect(namesOf({ tables: 3, tableNames: 'Wabash\n\n Pilsen \nHalsted' })).toEqual([
      'Wabash',
      '',
      'Pilsen',
    ]);
  });

  it('leaves out prompts of rows that the agenda has no longer', () => {
    const draft = { ...emptyDraft, prompts: { 5: ' What gets in the way? ', 9: 'Gone', 12: ' ' } };
    expect(requestOf(draft, [5, 12]).prompts).toEqual({ 5: 'What gets in the way?' });
  });

  it('sends a title, a place and a zone once they are typed', () => {
    expect(
      requestOf(
        { ...emptyDraft, title: ' Harmony ', place: 'Chicago', timeZone: 'America/Chicago' },
        [],
      ),
    ).toMatchObject({ title: 'Harmony', place: 'Chicago', timeZone: 'America/Chicago' });
  });
});
