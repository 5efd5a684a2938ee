import {
  type Block,
  type BlockId,
  type FindingId,
  type GroupId,
  type PointId,
  type SessionId,
  unreachable,
} from '@reportback/domain';
import type { Part, Report, Span } from './part.ts';

/** Names of places in a report: letters, digits and hyphens only, so that they hold in every format. */
export const anchorOf = {
  session: (session: SessionId): string => `session-${session}`,
  card: (session: SessionId, group: GroupId): string => `card-${session}-${group}`,
  note: (session: SessionId, group: GroupId): string => `note-${session}-${group}`,
  plenary: (session: SessionId): string => `plenary-${session}`,
  point: (point: PointId): string => `point-${point}`,
  finding: (finding: FindingId): string => `finding-${finding}`,
  correction: (position: number): string => `correction-${position + 1}`,
  block: (prefix: string, block: BlockId): string => `${prefix}-${block}`,
};

/** The ids of all blocks of a note that have one, nested ones too. */
export function blockIds(blocks: readonly Block[]): readonly BlockId[] {
  return blocks.flatMap((block): readonly BlockId[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.id === null ? [] : [block.id];
      case 'bullet-list':
      case 'ordered-list':
      case 'check-list':
        return block.items.flatMap((item) => blockIds(item.blocks));
      case 'quote':
        return blockIds(block.blocks);
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => blockIds(cell.blocks)));
      case 'code':
      case 'image':
      case 'rule':
        return [];
      default:
        return unreachable(block);
    }
  });
}

/** Every anchor that a report sets. */
export function anchorsSet(report: Report): ReadonlySet<string> {
  const set = new Set<string>();
  const visit = (part: Part): void => {
    switch (part.kind) {
      case 'section':
        set.add(part.anchor);
        part.parts.forEach(visit);
        return;
      case 'entries':
        for (const entry of part.entries) if (entry.anchor !== null) set.add(entry.anchor);
        return;
      case 'written':
        for (const id of blockIds(part.blocks)) set.add(anchorOf.block(part.anchors, id));
        return;
      case 'line':
      case 'grid':
      case 'source':
        return;
      default:
        unreachable(part);
    }
  };
  report.sections.forEach(visit);
  return set;
}

/** The report with each of its spans replaced. */
export function mapSpans(report: Report, change: (span: Span) => Span): Report {
  const spans = (content: readonly Span[]): readonly Span[] => content.map(change);
  const mapPart = <P extends Part>(part: P): Part => {
    switch (part.kind) {
      case 'section':
        return { ...part, parts: part.parts.map(mapPart) };
      case 'line':
        return { ...part, content: spans(part.content) };
      case 'entries':
        return {
          ...part,
          entries: part.entries.map((entry) => ({
            ...entry,
            content: spans(entry.content),
            details: entry.details.map(spans),
          })),
        };
      case 'grid':
        return { ...part, rows: part.rows.map((row) => row.map(spans)) };
      case 'written':
      case 'source':
        return part;
      default:
        return unreachable(part);
    }
  };
  return {
    ...report,
    highlights: report.highlights && {
      ...report.highlights,
      entries: report.highlights.entries.map((entry) => ({ ...entry, name: change(entry.name) })),
    },
    sections: report.sections.map((each) => ({ ...each, parts: each.parts.map(mapPart) })),
  };
}

/** Every anchor that some link of the report leads to. */
export function anchorsUsed(report: Report): ReadonlySet<string> {
  const used = new Set<string>();
  mapSpans(report, (span) => {
    if (span.kind === 'see') used.add(span.anchor);
    return span;
  });
  return used;
}
