import {
  type Agenda,
  type AgendaDay,
  type AgendaItem,
  agendaActor,
  type CreateRequest,
  contradictionsIn,
  type Group,
  type NewWorkshop,
  newId,
  type PlenaryStore,
  parseCommandId,
  parseSessionId,
  type Session,
  type SessionTables,
  tablesUnderIds,
  usualTemplate,
  type WorkshopId,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import { type Making, newTables, unusedJoinCode } from './new-workshop.ts';
import { breakoutsOf, readAgenda } from './read-agenda.ts';
import { tablesAmong } from './session-tables.ts';

/**
 * Makes a workshop of an agenda: a session of each breakout, the tables, and all links.
 * @throws Refusal `bad-input` that says what the agenda lacks and how to give it
 */
export async function createWorkshop(
  making: Making & { readonly plenaries: PlenaryStore },
  request: CreateRequest,
): Promise<WorkshopId> {
  const { agenda, timeZone: inferred } =
    request.days === undefined ? readAgenda(request.agenda) : byHand(request.days);
  const tables = newTables(making.random, request.tables, request.tableNames ?? []);
  const sessions = newSessions(making, tables, agenda, request);
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
      organizers: request.organizers ?? '',
      funding: request.funding ?? '',
      licence: request.licence ?? '',
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
  await openGalleries(making, agenda, sessions, request.galleries ?? []);
  return tables.id;
}

/**
 * An agenda whose rows people have looked at: its title and zone are asked for.
 * @throws Refusal for sessions that end before they begin, or report back outside of their time
 */
function byHand(days: readonly AgendaDay[]): { readonly agenda: Agenda; readonly timeZone: null } {
  const blocking = contradictionsIn(days).find(({ isBlocking }) => isBlocking);
  if (blocking !== undefined) throw new Refusal('bad-input', blocking.message);
  return { agenda: { days: [...days], problems: [] }, timeZone: null };
}

/** Has the cards of these sessions looked at instead of presented. */
async function openGalleries(
  { plenaries, random, clock }: Making & { readonly plenaries: PlenaryStore },
  agenda: Agenda,
  sessions: readonly Session[],
  lines: readonly number[],
): Promise<void> {
  for (const [index, { item }] of breakoutsOf(agenda).entries()) {
    const session = sessions[index];
    if (session === undefined || !lines.includes(item.line)) continue;
    await plenaries.append(session.id, {
      id: parseCommandId(newId(random)),
      at: clock.wallTime(),
      by: agendaActor,
      did: { is: 'plenary', command: { is: 'set-mode', mode: 'gallery' } },
    });
  }
}

function newSessions(
  { random }: Making,
  { id: workshop, groups }: Pick<ReturnType<typeof newTables>, 'id' | 'groups'>,
  agenda: Agenda,
  {
    prompts,
    cardTemplates,
    sessionTables,
  }: Pick<CreateRequest, 'prompts' | 'cardTemplates' | 'sessionTables'>,
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
    // Of a text as it stands: what was read of it is said with it, and a time that cannot be is left out.
    reportBack: liesWithin(item) ? item.reportBack : null,
    end: item.end,
    phase: 'gathering',
    ...tablesByNumber(groups, item.title, sessionTables?.[item.line]),
  }));
}

/** The tables of a session by their ids, from their numbers. @throws Refusal as {@link tablesAmong} */
function tablesByNumber(
  groups: readonly Group[],
  title: string,
  wanted: SessionTables | undefined,
): Pick<Session, 'tables'> {
  const { tables } = tablesUnderIds(
    wanted === undefined ? {} : { tables: wanted },
    (number) => groups[Number(number) - 1]?.id ?? number,
  );
  return tables === undefined ? {} : tablesAmong(groups, title, tables);
}

function liesWithin({ start, end, reportBack }: AgendaItem): boolean {
  return reportBack !== null && reportBack > start && (end === null || reportBack < end);
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
