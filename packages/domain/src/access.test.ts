import { describe, expect, it } from 'vitest';
import { documentAccess, type Role, roles } from './access.ts';
import { parseGroupId } from './ids.ts';
import { type Phase, phases } from './phase.ts';
import { plenaryGroup } from './plenary/plenary-note.ts';

const [own, other] = [parseGroupId('own'), parseGroupId('other')];
const access = (
  role: Role,
  group = own,
  {
    seated = true,
    phase = 'discuss',
    othersReadable = true,
  }: { seated?: boolean; phase?: Phase; othersReadable?: boolean } = {},
) =>
  documentAccess(
    { role, seated, group: seated ? own : null },
    { group, phase, othersReadable, sits: true },
  ).is;

describe('a table’s document', () => {
  it('is written by its people, and by those who run the workshop', () => {
    expect(roles.map((role) => [role, access(role, own), access(role, other)])).toEqual([
      ['organizer', 'write', 'write'],
      ['facilitator', 'write', 'write'],
      ['participant', 'write', 'read'],
      ['screen', 'none', 'none'],
      ['viewer', 'read', 'read'],
    ]);
  });

  it('is closed to other tables where tables do not read each other', () => {
    expect(access('participant', other, { othersReadable: false })).toBe('none');
    expect(access('participant', own, { othersReadable: false })).toBe('write');
  });

  it('takes text only from people with a name, and none once it is frozen', () => {
    for (const role of roles) {
      expect(access(role, own, { seated: false })).not.toBe('write');
      expect(access(role, own, { phase: 'frozen' })).not.toBe('write');
    }
  });
});

describe('the plenary’s note', () => {
  it('is written by everybody with a seat, until the session is frozen', () => {
    const writers = (phase: Phase) =>
      roles.filter(
        (role) => access(role, plenaryGroup, { phase, othersReadable: false }) === 'write',
      );
    for (const phase of phases)
      expect(writers(phase)).toEqual(
        phase === 'frozen' ? [] : ['organizer', 'facilitator', 'participant'],
      );
    for (const role of roles)
      expect(access(role, plenaryGroup, { seated: false })).not.toBe('write');
  });
});
