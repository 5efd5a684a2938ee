import type { AgendaProblem } from './agenda.ts';
import type { ReadLine } from './readings.ts';

interface AgendaZone {
  /** As written. */
  timeZone: string | undefined;
  /** Rows that name another zone. */
  problems: AgendaProblem[];
}

/** The one zone of the agenda: of its rows, else of its headings, else as a sentence on the page states it. */
export function agendaZone(lines: readonly ReadLine[], stated: string | undefined): AgendaZone {
  let timeZone: string | undefined;
  const problems: AgendaProblem[] = [];
  for (const { line, reading } of lines) {
    if (reading.is !== 'rows') continue;
    const zone = reading.rows[0]?.span.zone;
    if (zone === undefined) continue;
    timeZone ??= zone;
    if (agree(timeZone, zone)) continue;
    const message = `The row says ${zone}, but the agenda began with ${timeZone}: its times were read as ${timeZone}.`;
    problems.push({ line: line.number, text: line.raw, message });
  }
  const headings = lines.flatMap(({ reading }) => (reading.is === 'day' ? [reading.zone] : []));
  return { timeZone: timeZone ?? headings.find((zone) => zone !== undefined) ?? stated, problems };
}

/** "CT" leaves open what "CDT" says. */
function agree(one: string, other: string): boolean {
  const general = (zone: string): string => zone.replace(/^([A-Z]{1,2})[DS]T$/, '$1T');
  return (
    one === other ||
    ((general(one) === one || general(other) === other) && general(one) === general(other))
  );
}
