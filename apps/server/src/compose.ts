import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { root } from '@reportback/document/project';
import { newId } from '@reportback/domain';
import type { Storage } from '@reportback/storage-sqlite';
import { type Clock, RoomRegistry } from '@reportback/sync';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { CodeBudget } from './access/code-budget.ts';
import { CreationLink } from './access/creation-link.ts';
import { Gate } from './access/gate.ts';
import { Signer } from './access/signer.ts';
import { Boards } from './board/boards.ts';
import { DocumentWatch } from './board/document-watch.ts';
import { TableActivities } from './board/table-activity.ts';
import type { Config } from './config.ts';
import { ImageIntake } from './images/image-intake.ts';
import { Metrics } from './operation/metrics.ts';
import { ReadinessCheck } from './operation/readiness.ts';
import { plenaryServices } from './plenary/plenary-services.ts';
import { roomObserver } from './room-observer.ts';
import { createApp } from './routes/app.ts';
import type { Services } from './services.ts';
import { Accounts } from './sign-in/accounts.ts';
import { followBoard } from './sockets/follow-board.ts';
import { openDocument } from './sockets/open-document.ts';
import { socketServer } from './sockets/upgrade.ts';
import { ExpiryKeeper } from './workshops/expiry.ts';
import { GroupDocuments } from './workshops/group-documents.ts';
import { LiveWorkshops } from './workshops/live-workshops.ts';
import type { Random } from './workshops/new-workshop.ts';
import { RecordExports } from './workshops/record-export.ts';
import { RecordStandings } from './workshops/record-standings.ts';
import { removeWorkshop } from './workshops/remove-workshop.ts';
import { TableHistory } from './workshops/table-history.ts';
import { WorkshopQuota } from './workshops/workshop-quota.ts';
import { WorkshopRecords } from './workshops/workshop-record.ts';
import { WorkshopTurns } from './workshops/workshop-turns.ts';

export interface ComposeParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly publicUrl: URL;
  readonly pagesFolder: string;
  /** Ends the process: what was written last is unknown. */
  readonly fatal: (error: unknown) => void;
}

export interface Composed {
  readonly app: Express;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly services: Services;
  /** Lets nobody in any more and everybody go, with all that they sent kept. */
  readonly drain: () => Promise<void>;
}

/** Devices that a restart sends away come back one after the other: this far apart, all within this time. */
const returnsEvery = 10;
const drainsFor = 5_000;

/** Puts the server together; the only place that knows all its parts. */
export function compose(parts: ComposeParts): Composed {
  const { config, storage, clock, random, log, publicUrl, pagesFolder, fatal } = parts;
  const {
    workshops: store,
    plenaries,
    audit,
    images,
    seatCodes,
    moves,
    custody,
    records: kept,
    erasure,
    updates,
    serverKey,
  } = storage;
  const place = { host: config.host, publicUrl };
  const signer = new Signer(serverKey);
  const accounts =
    config.signIn === null
      ? null
      : new Accounts({ settings: config.signIn, signer, publicUrl, clock });
  const live = new LiveWorkshops(store, kept, clock);
  const metrics = new Metrics();
  const failed = (error: unknown) => {
    metrics.failed('other');
    log.error({ err: error }, 'Something failed');
  };
  const durable = () => updates.durable();
  const quota = new WorkshopQuota({
    limit: config.documentsPerWorkshop,
    measure: (session) => storage.sizes.ofWorkshopWith(session),
    clock,
    failed,
  });
  const rooms = new RoomRegistry({
    log: updates,
    clock,
    roots: { [root.note]: 'xml-fragment', [root.card]: 'map' },
    fatal,
    observer: metrics.observer(roomObserver(log)),
    limits: config.limits,
    history: { interval: config.versionsEvery },
    mayGrow: quota.mayGrow,
    changed(document, authors) {
      watch.changed(document);
      activities.edited(document);
      standings.touched(document, authors);
    },
  });
  const activities = new TableActivities(clock);
  const watch = new DocumentWatch(rooms, updates);
  const documents = new GroupDocuments(updates, clock, () => newId(random));
  const plenary = plenaryServices({
    store,
    plenaries,
    live,
    rooms,
    source: watch,
    clock,
    random,
    failed,
  });
  const records = new WorkshopRecords({
    store,
    plenaries,
    updates,
    images,
    kept,
    clock,
    publicUrl,
  });
  const { phases } = plenary;
  const turns = new WorkshopTurns();
  const standings = new RecordStandings({
    store,
    kept,
    erasure,
    records,
    phases,
    turns,
    changed: (id) => live.refresh(id),
    clock,
    failed,
  });
  const expiry = new ExpiryKeeper({
    store,
    custody,
    clock,
    keepDays: config.keepDays,
    remove: (id) => removeWorkshop(services, id),
    expired: (workshop) =>
      log.info({ workshop }, 'A workshop was deleted because its day had come'),
    failed,
  });
  const services: Services = {
    store,
    plenaries,
    audit,
    images,
    imageIntake: new ImageIntake({
      images,
      limits: config.imageLimits,
      durable,
    }),
    seatCodes,
    moves,
    clock,
    random,
    log,
    place,
    signer,
    gate: new Gate({
      store,
      clock,
      publicUrl,
      newSecret: () => randomBytes(32).toString('base64url'),
    }),
    creation: new CreationLink(store, signer, place, accounts),
    accounts,
    custody,
    expiry,
    codes: new CodeBudget(clock),
    documents,
    history: new TableHistory(updates, rooms, failed),
    live,
    rooms,
    activities,
    quota,
    plenary,
    turns,
    source: watch,
    records,
    recordExports: new RecordExports(records, path.join(config.dataDir, 'exports')),
    kept,
    erasure,
    durable,
    standings,
  };
  const boards = new Boards({
    live,
    halls: plenary.halls,
    source: watch,
    clock,
    random,
    failed,
    told: (lag) => metrics.boardTold(lag),
  });
  metrics.read({ statistics: () => rooms.statistics, followers: () => boards.followers });
  const readiness = new ReadinessCheck({
    clock,
    failed,
    fatal,
    async tryToWrite() {
      await store.setFact('last-ready', String(clock.wallTime()));
      await durable();
    },
  });
  const app = createApp({
    services,
    readiness,
    metrics: { metrics, place, token: config.metricsToken },
    trustedProxies: config.trustedProxies,
    pagesFolder,
  });
  const sockets = socketServer({
    place,
    isReady: () => !readiness.isDraining,
    routes: {
      sync: openDocument(services, { rooms, tables: watch.tables, activities }),
      feed: followBoard(place, services.gate, boards),
    },
    failed,
  });
  return {
    app,
    upgrade: sockets.upgrade,
    services,
    async drain() {
      readiness.drain();
      plenary.agenda.close();
      await expiry.close();
      await standings.close();
      await boards.close();
      await rooms.drain(Math.min(drainsFor, rooms.statistics.connections * returnsEvery));
      await sockets.close();
      await live.close();
    },
  };
}
