import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Whether Yjs will find a place for each struct of a decoded update, given that what they need is in
 * the document or in the update itself. It will not where structs need each other in a circle, which
 * no editor makes: Yjs would keep them aside for ever.
 */
export function isIntegrable(structs: readonly Struct[], doc: Y.Doc): boolean {
  const queues = new Map<number, Struct[]>();
  for (const struct of structs) {
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  /** Per client the clock up to which everything has found its place. */
  const reached = new Map<number, number>();
  const reachedBy = (client: number): number =>
    reached.get(client) ?? Y.getState(doc.store, client);
  /** Clients that cannot go on before another has got further. */
  const blockedBy = new Map<number, number[]>();
  const next = new Map([...queues.keys()].map((client) => [client, 0]));
  const ready = [...queues.keys()];
  let left = structs.length;
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const queue = queues.get(client) ?? [];
    let index = next.get(client) ?? 0;
    for (let struct = queue[index]; struct; struct = queue[++index]) {
      const missing = needsOf(struct).find((need) => need.clock >= reachedBy(need.client));
      if (missing) {
        blockedBy.set(missing.client, [...(blockedBy.get(missing.client) ?? []), client]);
        break;
      }
      left--;
      reached.set(client, Math.max(reachedBy(client), struct.id.clock + struct.length));
    }
    if (index > (next.get(client) ?? 0)) {
      ready.push(...(blockedBy.get(client) ?? []));
      blockedBy.delete(client);
    }
    next.set(client, index);
  }
  return left === 0;
}

/** Structs of other clients that have to be there before; of the own client all earlier ones are. */
function needsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent, id } = struct;
  const needs = [origin, rightOrigin, parent instanceof Y.ID ? parent : null];
  return needs.filter((need) => need !== null).filter((need) => need.client !== id.client);
}
