import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { isOwnHost, mayChange, type ServerPlace } from '../access/same-origin.ts';
import type { ReadinessCheck } from '../operation/readiness.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { agendaRoutes } from './agenda.ts';
import { agendaRowRoutes } from './agenda-rows.ts';
import { answerProblem } from './answer-problem.ts';
import { auditRoutes } from './audit.ts';
import { citationRoutes } from './citations.ts';
import { doneRoutes } from './done.ts';
import { enterRoutes } from './enter.ts';
import { expiryRoutes } from './expiry.ts';
import { facilitationRoutes } from './facilitation.ts';
import { healthRoutes } from './health.ts';
import { historyRoutes } from './history.ts';
import { imageRoutes } from './images.ts';
import { linkRoutes } from './links.ts';
import { type MetricsParts, metricsRoutes } from './metrics.ts';
import { ownerRoutes } from './owners.ts';
import { pages } from './pages.ts';
import { peopleRoutes } from './people.ts';
import { plenaryRoutes } from './plenary.ts';
import { recordRoutes } from './record.ts';
import { recordStandingRoutes } from './record-standing.ts';
import { sameRoutes } from './same.ts';
import { seatRoutes } from './seat.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { signOffRoutes } from './sign-off.ts';
import { startRoutes } from './start.ts';
import { tentRoutes } from './tents.ts';
import { ticketRoutes } from './tickets.ts';
import { voiceRoutes } from './voices.ts';
import { workshopRoutes } from './workshops.ts';
import { writerRoutes } from './writers.ts';

/** The largest call that carries an agenda: 1 MB of text, whose characters JSON may write as six. */
const agendaCall = '6mb';
/** A roster of 1 MB, or moves of all people that a workshop can have. */
const peopleCall = '2mb';
const plainCall = '64kb';

export interface AppParts {
  readonly services: Services;
  readonly readiness: Pick<ReadinessCheck, 'ask'>;
  readonly metrics: MetricsParts;
  readonly trustedProxies: number;
  /** What the build of the pages made. */
  readonly pagesFolder: string;
}

/** Everything that is answered over HTTP. */
export function createApp(parts: AppParts): Express {
  const { services, readiness, metrics, trustedProxies, pagesFolder } = parts;
  const app = express();
  app.set('trust proxy', trustedProxies);
  app.disable('x-powered-by');
  app.disable('etag');
  // A check from inside a container does not know the public name.
  app.use(healthRoutes(readiness));
  app.use(metricsRoutes(metrics));
  app.use(secured(services.place));
  app.use(fromHere(services.place));
  app.use('/api', api(services));
  app.use(pages(pagesFolder));
  app.use(answerProblem(services.log, () => metrics.metrics.failed('call')));
  return app;
}

function api(services: Services): RequestHandler {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.post(['/agenda', '/workshops'], express.json({ limit: agendaCall }));
  router.post(
    /^\/workshops\/[^/]+\/people(?:\/moves|\/preview)?$/,
    express.json({ limit: peopleCall }),
  );
  router.use(express.json({ limit: plainCall }));
  router.use(
    startRoutes(services),
    signInRoutes(services),
    enterRoutes(services),
    agendaRoutes(services),
    agendaRowRoutes(services),
    workshopRoutes(services),
    sessionRoutes(services),
    tentRoutes(services),
    facilitationRoutes(services),
    plenaryRoutes(services),
    voiceRoutes(services),
    citationRoutes(services),
    doneRoutes(services),
    historyRoutes(services),
    sameRoutes(services),
    seatRoutes(services),
    linkRoutes(services),
    ticketRoutes(services),
    imageRoutes(services),
    recordRoutes(services),
    recordStandingRoutes(services),
    signOffRoutes(services),
    auditRoutes(services),
    expiryRoutes(services),
    ownerRoutes(services),
    peopleRoutes(services),
    writerRoutes(services),
  );
  router.use((request) => {
    throw new Refusal(
      'not-found',
      `There is no call “${request.method} ${request.path.slice(0, 80)}”.`,
    );
  });
  return router;
}

/** Headers that keep a page from running, framing or sending what is not ours. */
function secured({ publicUrl }: ServerPlace): RequestHandler {
  const isSecure = publicUrl.protocol === 'https:';
  const sockets = `${isSecure ? 'wss' : 'ws'}://${publicUrl.host}`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", sockets],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    // Chromium leaves it aside, with a warning, where there is no secure context.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    // The host is ours; what is below it may not be.
    strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

/** Lets through what was sent to a name of ours, and changes only from pages of ours. */
function fromHere(place: ServerPlace): RequestHandler {
  return (request, _response, next) => {
    if (!isOwnHost(place, request.headers.host))
      throw new Refusal(
        'no-access',
        `This server does not answer to that name. Open ${place.publicUrl.origin} instead, or set PUBLIC_URL.`,
      );
    if (!mayChange(place, request))
      throw new Refusal(
        'no-access',
        `This call came from another page than ${place.publicUrl.origin}. Open Reportback there; if that is not where people reach it, set PUBLIC_URL.`,
      );
    next();
  };
}
