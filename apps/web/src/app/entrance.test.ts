import {
  type GroupId,
  parseGroupId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type Role,
  type Seat,
  usualTemplate,
  type WorkshopView,
} from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { entrance } from './entrance.ts';

const workshop = parseWorkshopId('w1');
const [four, two] = [parseGroupId('g4'), parseGroupId('g2')];
const now = Date.parse('2025-09-15T16:10:00Z');

const seatAt = (group: GroupId | null): Seat => ({
  id: parseSeatId('p1'),
  workshop,
  name: 'Mei Tanaka',
  affiliation: '',
  country: '',
  citeAs: '',
  consent: false,
  group,
});

function view(role: Role, me: Partial<WorkshopView['me']> = {}): WorkshopView {
  return {
    workshop: {
      id: workshop,
      title: 'Harmony',
      place: '',
      timeZone: 'America/Chicago',
      agenda: { days: [], problems: [] },
      organizers: '',
      funding: '',
      licence: '',
      disclaimer: null,
      othersReadable: true,
      attribution: 'by-name',
      joinCode: null,
      createdAt: 0,
    },
    sessions: [
      {
        id: parseSessionId('s1'),
        workshop,
        position: 1,
        title: 'Inherent Challenges',
        prompt: '',
        cardTemplate: usualTemplate,
        date: '2025-09-15',
        start: '11:00',
        reportBack: '12:00',
        end: '12:30',
        phase: 'discuss',
      },
    ],
    groups: [],
    record: { standing: { is: 'open' }, hash: null },
    me: { role, seat: null, invitedTo: null, ...me },
    expires: null,
    owners: null,
  };
}

describe('where a person begins', () => {
  it('is the console for who leads, the board for screens and readers', () => {
    expect(entrance(view('organizer'), now)).toBe('/w/w1');
    expect(entrance(view('facilitator'), now)).toBe('/w/w1');
    expect(entrance(view('screen'), now)).toBe('/w/w1/s/s1/board');
    expect(entrance(view('viewer'), now)).toBe('/w/w1/s/s1/board');
  });

  it('is the question who one is for a participant without a seat or a table', () => {
    expect(entrance(view('participant'), now)).toBe('/join?workshop=w1');
    expect(entrance(view('participant', { seat: seatAt(null) }), now)).toBe('/join?workshop=w1');
  });

  it('is one’s table for who has sat down, and the question again when another table invites', () => {
    expect(entrance(view('participant', { seat: seatAt(four) }), now)).toBe('/w/w1/s/s1/g/g4');
    expect(entrance(view('participant', { seat: seatAt(four), invitedTo: two }), now)).toBe(
      '/join?workshop=w1',
    );
  });
});
