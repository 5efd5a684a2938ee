import { namedIn, plainText } from '@reportback/domain';
import { stringify } from 'csv-stringify/sync';
import { recordHash } from '../json/json.ts';
import type { WorkshopRecord } from '../record.ts';
import { pointLabel } from '../report/cards.ts';
import { byVotes, groupsBehind, indexSources } from '../report/source-index.ts';
import { fullName, shortName } from '../report/wording.ts';
import { type Scope, sessionsIn, wholeEvent } from '../scope.ts';

type Row = Readonly<Record<string, string | number>>;

/**
 * One row for each point: its session, table and text, what the room added, and the findings it is in.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function pointsCsv(record: WorkshopRecord, scope: Scope = wholeEvent): string {
  const index = indexSources(record);
  const mark = frozenHash(record);
  const rows = sessionsIn(record, scope).flatMap((session) =>
    session.groups.flatMap((work) =>
      work.card.points.map((point, position): Row => {
        const group = index.points.get(point.id)?.group;
        const reactions = index.reactions.get(point.id);
        return {
          session: session.position,
          session_title: session.title,
          table: group === undefined ? '' : shortName(record, group),
          table_name: group === undefined ? '' : namedIn(group, session).name,
          point: position + 1,
          text: plainText(point.text),
          us_too: reactions?.usToo ?? 0,
          questions: joined(reactions?.questions.map((each) => each.text)),
          objections: joined(reactions?.objections.map((each) => each.text)),
          findings: joined(index.findingsOfPoint.get(point.id)?.map((each) => each.finding.name)),
          takes_up: joined(
            index.citationsOfPoint
              .get(point.id)
              ?.map((each) => index.findings.get(each.finding)?.finding.name ?? ''),
          ),
          same_as: joined(index.sameAs.get(point.id)),
          point_id: point.id,
          record: mark,
        };
      }),
    ),
  );
  return written(rows, [
    'session',
    'session_title',
    'table',
    'table_name',
    'point',
    'text',
    'us_too',
    'questions',
    'objections',
    'findings',
    'takes_up',
    'same_as',
    'point_id',
    'record',
  ]);
}

/**
 * One row for each finding, session by session in the order of their votes; of one table, those that take up a point of it.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function findingsCsv(record: WorkshopRecord, scope: Scope = wholeEvent): string {
  const index = indexSources(record);
  const mark = frozenHash(record);
  const rows = sessionsIn(record, scope).flatMap((session) =>
    byVotes(session.plenary.findings).flatMap((finding, position): readonly Row[] => {
      const groups = groupsBehind(finding, index);
      if (scope.group !== null && !groups.some(({ id }) => id === scope.group)) return [];
      const row: Row = {
        session: session.position,
        session_title: session.title,
        rank: position + 1,
        finding: finding.name,
        statement: finding.statement,
        votes: finding.votes,
        tables:
          record.attribution === 'none'
            ? groups.length
            : joined(groups.map((group) => fullName(record, group))),
        points: finding.points.length,
        taken_up_by: joined(
          record.sessions.flatMap(({ position: later, plenary }) =>
            plenary.citations
              .filter((citation) => citation.finding === finding.id)
              .flatMap(({ point }) => {
                const source = index.points.get(point);
                return source === undefined
                  ? []
                  : [`Session ${later}, ${pointLabel(record, source)}`];
              }),
          ),
        ),
        point_ids: finding.points.join(' '),
        finding_id: finding.id,
        record: mark,
      };
      return [row];
    }),
  );
  return written(rows, [
    'session',
    'session_title',
    'rank',
    'finding',
    'statement',
    'votes',
    'tables',
    'points',
    'taken_up_by',
    'point_ids',
    'finding_id',
    'record',
  ]);
}

/** Each row says which frozen record it is from: a spreadsheet has no other place for it. */
function frozenHash(record: WorkshopRecord): string {
  return record.standing.is === 'frozen' ? recordHash(record) : '';
}

function joined(texts: readonly string[] | undefined): string {
  return texts?.join(' | ') ?? '';
}

/**
 * RFC 4180 with a byte order mark, which spreadsheets need to read UTF-8. Every cell is quoted, and one that
 * would be read as a formula begins with an apostrophe.
 */
function written(rows: readonly Row[], columns: readonly string[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    bom: true,
  });
}
