import { type Agenda, decodeAgenda } from '@reportback/domain';
import { readAgenda } from '../workshops/read-agenda.ts';
import { readInput } from './files.ts';
import { json, result, say } from './output.ts';

/** `reportback parse-agenda FILE`: what an agenda is understood as. */
export async function parseAgendaCommand(
  file: string,
  options: { readonly json?: true },
): Promise<void> {
  const { agenda } = readAgenda(decodeAgenda(await readInput(file)));
  if (options.json) result(json(agenda));
  else {
    result(agendaInWords(agenda));
    sayProblems(agenda);
  }
}

/** Says which lines of an agenda were not understood. */
export function sayProblems({ problems }: Agenda): void {
  for (const { line, message } of problems) say(`Line ${line}: ${message}`);
}

function agendaInWords({ title, timeZone, days }: Agenda): string {
  const head = [title ?? 'No title', ...(timeZone === undefined ? [] : [`Times: ${timeZone}`])];
  const rows = days.flatMap(({ date, items }) => [
    '',
    date ?? 'A day without a date',
    ...items.map(({ start, end, kind, title: what, reportBack }) => {
      const reports = reportBack === null ? '' : ` (report-back ${reportBack})`;
      return `${start}-${end ?? '     '}  ${kind.padEnd(11)}  ${what}${reports}`;
    }),
  ]);
  return [...head, ...rows].join('\n');
}
