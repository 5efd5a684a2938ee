import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Whether Yjs will find a place for each struct of a decoded update, given that what they need is in
 * the document or in the update itself. It will not where structs need each other in a circle, which
 * no editor makes: Yjs would keep them aside for ever. Linear in the number of structs.
 */
export function isIntegrable(structs: readonly Struct[], doc: Y.Doc): boolean {
  const queues = new Map<number, Struct[]>();
  for (const struct of structs) {
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  // A client's own structs come in order: it takes two to make a circle.
  if (queues.size < 2) return true;
  const taken = new Map<number, number>();
  /** The clock up to which everything of a client has found its place. */
  const reached = new Map<number, number>();
  const reachedBy = (client: number): number =>
    reached.get(client) ?? Y.getState(doc.store, client);
  const isMissing = ({ client, clock }: Y.ID): boolean => clock >= reachedBy(client);

  for (const first of queues.keys()) {
    // Each client on the path waits for the one after it.
    const path = [first];
    const onPath = new Set(path);
    for (let client = path.at(-1); client !== undefined; client = path.at(-1)) {
      const index = taken.get(client) ?? 0;
      const struct = queues.get(client)?.[index];
      const missing = struct && needsOf(struct).find(isMissing);
      if (missing) {
        const left = (queues.get(missing.client)?.length ?? 0) - (taken.get(missing.client) ?? 0);
        if (onPath.has(missing.client) || left <= 0) return false;
        path.push(missing.client);
        onPath.add(missing.client);
        continue;
      }
      if (struct) {
        taken.set(client, index + 1);
        reached.set(client, Math.max(reachedBy(client), struct.id.clock + struct.length));
      }
      // One step may be all that the client before was waiting for.
      if (!struct || path.length > 1) onPath.delete(path.pop() ?? client);
    }
  }
  return true;
}

/** Structs of other clients that have to be there before; of the own client all earlier ones are. */
function needsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent, id } = struct;
  const needs = [origin, rightOrigin, parent instanceof Y.ID ? parent : null];
  return needs.filter((need) => need !== null).filter((need) => need.client !== id.client);
}
