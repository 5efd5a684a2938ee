import {
  type CardTemplate,
  type Session,
  type SessionTables,
  sessionTables,
  usualTemplate,
} from '@reportback/domain';

/** What a form for a session holds: a time or a day that there is not is an empty text. */
export interface SessionValues {
  readonly title: string;
  readonly prompt: string;
  readonly cardTemplate: CardTemplate;
  readonly date: string;
  readonly start: string;
  readonly reportBack: string;
  readonly end: string;
  readonly tables: SessionTables;
}

export const noSession: SessionValues = {
  title: '',
  prompt: '',
  cardTemplate: usualTemplate,
  date: '',
  start: '',
  reportBack: '',
  end: '',
  tables: { out: [], names: {} },
};

export function valuesOf(session: Session): SessionValues {
  const { title, prompt, start, cardTemplate } = session;
  return {
    title,
    prompt,
    cardTemplate,
    start,
    date: session.date ?? '',
    reportBack: session.reportBack ?? '',
    end: session.end ?? '',
    tables: session.tables ?? noSession.tables,
  };
}

/** As the server has it: an empty field is a time that there is not, and tables that do not differ are none. */
export function asKept<Fields extends Partial<SessionValues>>({
  date,
  reportBack,
  end,
  tables,
  ...same
}: Fields) {
  return {
    ...same,
    ...(date !== undefined && { date: date || null }),
    ...(reportBack !== undefined && { reportBack: reportBack || null }),
    ...(end !== undefined && { end: end || null }),
    ...(tables !== undefined && { tables: sessionTables(tables).tables ?? null }),
  };
}
