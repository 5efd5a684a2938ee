import type { AppendOutcome, DocumentAppend, UpdateLog, WallTime } from '@reportback/sync';
import * as Y from 'yjs';

/*
 * Logs that are wrong on purpose, each as a real server is somewhere. A suite that does not see the
 * fault of its bad log proves nothing.
 */

/** @param name which fault */
export function badLogs(name: string, log: UpdateLog): UpdateLog {
  const wrong = faults[name];
  if (wrong === undefined) throw new Error(`There is no bad log “${name}”.`);
  return wrong(log);
}

const faults: Readonly<Record<string, (log: UpdateLog) => UpdateLog>> = {
  'no-sync': (log) => with_(log, { durable: async () => {} }),
  'deaf-to-failed-syncs': (log) => with_(log, { durable: () => log.durable().catch(() => {}) }),
  'on-unload': (log) => with_(log, storingLater(log)),
  events: (log) => with_(log, storingEvents(log)),
};

/** The log with some of its methods replaced. */
function with_(log: UpdateLog, other: Partial<UpdateLog>): UpdateLog {
  return {
    create: log.create.bind(log),
    load: log.load.bind(log),
    append: log.append.bind(log),
    durable: log.durable.bind(log),
    writeSnapshot: log.writeSnapshot.bind(log),
    quarantine: log.quarantine.bind(log),
    setLocked: log.setLocked.bind(log),
    remove: log.remove.bind(log),
    writeVersion: log.writeVersion.bind(log),
    mergeVersions: log.mergeVersions.bind(log),
    listVersions: log.listVersions.bind(log),
    readVersion: log.readVersion.bind(log),
    close: log.close.bind(log),
    ...other,
  };
}

/** Says “logged” at once, and writes when the document is left and loaded anew, or when the server ends. */
function storingLater(log: UpdateLog): Partial<UpdateLog> {
  const kept: DocumentAppend[] = [];
  const heads = new Map<string, number>();
  const flush = async (at: WallTime): Promise<void> => {
    for (const one of kept.splice(0)) await log.append([one], at);
  };
  return {
    async load(document) {
      await flush(0);
      const outcome = await log.load(document);
      if (outcome.is === 'loaded') heads.set(document, outcome.headSeq);
      return outcome;
    },
    async append(batch) {
      kept.push(...batch);
      return batch.map(({ document, rows }): AppendOutcome => {
        const firstSeq = (heads.get(document) ?? 0) + 1;
        const lastSeq = firstSeq + rows.length - 1;
        heads.set(document, lastSeq);
        return { is: 'logged', firstSeq, lastSeq };
      });
    },
    durable: async () => {},
    // What it would hold has not been written.
    writeSnapshot: async () => ({ is: 'written', rowsRemoved: 0 }),
    writeVersion: async () => ({ is: 'written', id: 1 }),
    async close() {
      await flush(0);
      await log.close();
    },
  };
}

/** Stores what Yjs' `update` event tells, not what came: nothing for an update that has to wait. */
function storingEvents(log: UpdateLog): Partial<UpdateLog> {
  const docs = new Map<string, Y.Doc>();
  return {
    async load(document) {
      const outcome = await log.load(document);
      const doc = new Y.Doc();
      if (outcome.is === 'loaded') {
        if (outcome.snapshot) Y.applyUpdate(doc, outcome.snapshot.state);
        for (const { update } of outcome.rows) Y.applyUpdate(doc, update);
      }
      docs.set(document, doc);
      return outcome;
    },
    append(batch, at) {
      const events = batch.map(({ document, rows, ...rest }) => {
        const doc = docs.get(document) ?? new Y.Doc();
        return {
          ...rest,
          document,
          rows: rows.map((row) => ({ ...row, update: eventOf(doc, row.update) })),
        };
      });
      return log.append(events, at);
    },
  };
}

function eventOf(doc: Y.Doc, update: Uint8Array): Uint8Array {
  let event: Uint8Array = new Uint8Array([0, 0]);
  const hear = (heard: Uint8Array): void => {
    event = heard;
  };
  doc.on('update', hear);
  Y.applyUpdate(doc, update);
  doc.off('update', hear);
  return event;
}
