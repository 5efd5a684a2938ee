import {
  type Agenda,
  type AgendaItem,
  type AgendaView,
  inferTimeZone,
  parseAgenda,
} from '@reportback/domain';

/** What an agenda's text was understood as. @throws AgendaRefused for what cannot be an agenda */
export function readAgenda(text: string): AgendaView {
  const agenda = parseAgenda(text);
  return {
    agenda,
    timeZone: inferTimeZone(agenda, text) ?? null,
    breakouts: breakoutsOf(agenda).map(({ item }) => item),
  };
}

/** The rows of an agenda in which people work in small groups, with their days. */
export function breakoutsOf(
  agenda: Agenda,
): readonly { readonly item: AgendaItem; readonly date: string | null }[] {
  return agenda.days.flatMap(({ date, items }) =>
    items.filter(({ kind }) => kind === 'breakout').map((item) => ({ item, date: date ?? null })),
  );
}
