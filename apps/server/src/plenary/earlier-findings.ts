import type {
  EarlierFindings,
  FeedPlenary,
  FindingId,
  GroupId,
  PointId,
  Session,
  WorkshopStore,
} from '@reportback/domain';
import type { CardPoints } from './card-points.ts';
import type { Halls } from './halls.ts';

type SessionFindings = EarlierFindings['sessions'][number];
type Said = { readonly group: GroupId; readonly text: string };

export interface EarlierFindingsParts {
  readonly store: WorkshopStore;
  readonly halls: Halls;
  readonly points: CardPoints;
}

/** The findings of all sessions of the workshop before this one, in their order. */
export async function earlierFindings(
  parts: EarlierFindingsParts,
  session: Session,
): Promise<EarlierFindings> {
  const all = await parts.store.sessions(session.workshop);
  const sessions: SessionFindings[] = [];
  for (const each of all)
    if (each.position < session.position) sessions.push(await findingsOf(parts, each));
  return { sessions };
}

/** The findings of the sessions before this one that exist, without their words. */
export async function earlierFindingIds(
  { store, halls }: Pick<EarlierFindingsParts, 'store' | 'halls'>,
  session: Session,
): Promise<ReadonlySet<FindingId>> {
  const ids = new Set<FindingId>();
  for (const { id, position } of await store.sessions(session.workshop)) {
    if (position >= session.position) continue;
    const { findings } = await halls.with(id, async ({ story }) => story.plenary);
    for (const finding of findings) ids.add(finding.id);
  }
  return ids;
}

async function findingsOf(parts: EarlierFindingsParts, session: Session): Promise<SessionFindings> {
  const { id, position, title } = session;
  const told = await parts.halls.with(id, async (hall) => hall.feed());
  const { findings } = told.plenary;
  const words = findings.length === 0 ? new Map<PointId, Said>() : await wordsOf(parts, session);
  return {
    id,
    position,
    title,
    findings: findings.map((finding) => ({
      id: finding.id,
      name: finding.name,
      statement: finding.statement,
      votes: votesFor(told, finding.id),
      points: finding.points.map((point) => ({ id: point, said: words.get(point) ?? null })),
    })),
  };
}

function votesFor({ votes }: FeedPlenary, finding: FindingId): number | null {
  if (votes === null) return null;
  return votes.find((one) => one.finding === finding)?.votes ?? 0;
}

async function wordsOf(
  { store, points }: EarlierFindingsParts,
  { id, workshop }: Session,
): Promise<ReadonlyMap<PointId, Said>> {
  const words = new Map<PointId, Said>();
  for (const { id: group } of await store.groups(workshop))
    for (const [point, text] of await points.of(id, group)) words.set(point, { group, text });
  return words;
}
