import {
  type Agenda,
  type CreateRequest,
  type NewWorkshop,
  newId,
  parseSessionId,
  type Session,
  usualTemplate,
  type WorkshopId,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import { type Making, newTables, unusedJoinCode } from './new-workshop.ts';
import { breakoutsOf, readAgenda } from './read-agenda.ts';

/**
 * Makes a workshop of an agenda: a session of each breakout, the tables, and all links.
 * @throws Refusal `bad-input` that says what the agenda lacks and how to give it
 */
export async function createWorkshop(making: Making, request: CreateRequest): Promise<WorkshopId> {
  const { agenda, timeZone: inferred } = readAgenda(request.agenda);
  const tables = newTables(making.random, request.tables, request.tableNames ?? []);
  const sessions = newSessions(making, tables.id, agenda, request);
  const title = request.title?.trim() || agenda.title;
  if (title === undefined)
    throw new Refusal('bad-input', 'The agenda names no title. Give the workshop one.');
  const timeZone = request.timeZone ?? inferred;
  if (timeZone === null) throw zoneWanted(agenda);
  const all: NewWorkshop = {
    ...tables,
    workshop: {
      id: tables.id,
      title,
      place: request.place?.trim() ?? '',
      timeZone,
      agenda,
      organizers: '',
      funding: '',
      licence: '',
      disclaimer: null,
      othersReadable: true,
      attribution: 'by-name',
      joinCode: await unusedJoinCode(making),
      createdAt: making.clock.wallTime(),
    },
    sessions,
    seats: [],
  };
  await making.store.create(all);
  return tables.id;
}

function newSessions(
  { random }: Making,
  workshop: WorkshopId,
  agenda: Agenda,
  { prompts, cardTemplates }: Pick<CreateRequest, 'prompts' | 'cardTemplates'>,
): readonly Session[] {
  const breakouts = breakoutsOf(agenda);
  if (breakouts.length === 0)
    throw new Refusal(
      'bad-input',
      'No breakout was found in this agenda, so there is nothing to report back from. A row needs a time and a title that tells of small groups, such as “11:00-12:30 Small groups: Challenges”.',
    );
  return breakouts.map(({ item, date }, index) => ({
    id: parseSessionId(newId(random)),
    workshop,
    position: index + 1,
    title: item.title,
    prompt: prompts?.[item.line]?.trim() ?? '',
    cardTemplate: cardTemplates?.[item.line] ?? usualTemplate,
    date,
    start: item.start,
    reportBack: item.reportBack,
    end: item.end,
    phase: 'gathering',
  }));
}

function zoneWanted({ timeZone }: Agenda): Refusal {
  const found =
    timeZone === undefined
      ? 'The agenda names no time zone'
      : `The agenda’s time zone “${timeZone}” can mean several`;
  return new Refusal(
    'bad-input',
    `${found}. Give one by its IANA name, such as “America/Chicago” or “Europe/Berlin”.`,
  );
}
