import type { FindingId, PointId, SessionId } from '@reportback/domain';
import type { RecordedSession, WorkshopRecord } from '../record.ts';
import { anchorOf } from './anchors.ts';
import { pointLabel } from './cards.ts';
import { type Section, type Span, section, see, words } from './part.ts';
import { raisedBy } from './session.ts';
import type { FindingSource, SourceIndex } from './source-index.ts';
import { sessionName } from './wording.ts';

/**
 * All findings by all sessions: in its own session's column stands what a finding had there, in those behind it the
 * points that take it up, with the findings that these have become part of.
 */
export function findingsMatrixSection(
  record: WorkshopRecord,
  index: SourceIndex,
  sessions: readonly RecordedSession[],
): readonly Section[] {
  const findings = sessions.flatMap(({ plenary }) => plenary.findings);
  if (sessions.length < 2 || findings.length === 0) return [];
  const takenUp = pointsTakingUp(sessions);
  const cell = (row: FindingSource, column: RecordedSession): readonly Span[] => {
    if (row.session.id === column.id) return [words(raisedBy(record, index, row.finding))];
    if (row.session.position > column.position) return [words('')];
    const points = takenUp(row.finding.id, column.id);
    return points.length === 0 ? [words('–')] : listed(points.map((point) => mention(point)));
  };
  const mention = (point: PointId): readonly Span[] => {
    const source = index.points.get(point);
    if (source === undefined) return [];
    const label = see(anchorOf.point(point), pointLabel(record, source));
    const into = index.findingsOfPoint.get(point) ?? [];
    const names = into.map(({ finding }) => see(anchorOf.finding(finding.id), finding.name));
    return names.length === 0 ? [label] : [label, words(' → '), ...names];
  };
  const rows = findings.flatMap((finding) => {
    const source = index.findings.get(finding.id);
    if (source === undefined) return [];
    const name = [see(anchorOf.finding(finding.id), finding.name)];
    return [[name, ...sessions.map((column) => cell(source, column))]];
  });
  return [
    section(2, 'findings-matrix', 'Findings across sessions', [
      {
        kind: 'grid',
        caption: 'Where each finding comes from, and what later sessions took it up',
        columns: ['Finding', ...sessions.map(sessionName)],
        rows,
      },
    ]),
  ];
}

function pointsTakingUp(sessions: readonly RecordedSession[]) {
  return (finding: FindingId, session: SessionId): readonly PointId[] =>
    sessions
      .filter(({ id }) => id === session)
      .flatMap(({ plenary }) => plenary.citations)
      .filter((citation) => citation.finding === finding)
      .map(({ point }) => point);
}

function listed(items: readonly (readonly Span[])[]): readonly Span[] {
  return items.flatMap((item, place) => (place === 0 ? item : [words('; '), ...item]));
}
