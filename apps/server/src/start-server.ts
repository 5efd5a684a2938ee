import { getRandomValues } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { openServerStorage } from '@reportback/storage-sqlite';
import type { Clock } from '@reportback/sync';
import type { Logger } from 'pino';
import { compose } from './compose.ts';
import { type Config, isEveryAddress, isLoopback, localUrl, networkUrl } from './config.ts';
import { ConfigurationProblem } from './configuration-problem.ts';
import { offerExample } from './example/offer-example.ts';
import { lanAddress } from './operation/lan-address.ts';
import type { Services } from './services.ts';
import { answerWhileStarting } from './starting.ts';
import { sessionOf } from './workshops/group-documents.ts';
import { setServedAt } from './workshops/served-at.ts';

/** A server that serves. */
export interface RunningServer {
  /** Where it listens, whatever name people reach it by. */
  readonly address: URL;
  readonly services: Services;
  /** Sends everybody away, keeps what was taken, and releases all. Resolves when nothing is left. */
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
  /** What the build of the pages made. */
  readonly pagesFolder: string;
  /** Ends the process: what was written last is unknown. */
  readonly fatal: (error: unknown) => void;
}

/**
 * Opens the data, listens, makes the example on a first start, and serves. Who comes before that is told that it is starting.
 * @throws ConfigurationProblem, StorageProblem: what a person has to put right
 */
export async function startServer(
  config: Config,
  { clock, log, pagesFolder, fatal }: Surroundings,
): Promise<RunningServer> {
  const server = newServer(config.tls);
  const storage = await openServerStorage(config.dataDir, { clock, sessionOf });
  const serve = answerWhileStarting(server);
  try {
    await storage.workshops.finishDeletions();
    const port = await listen(server, config);
    const publicUrl = config.publicUrl ?? reachedAt(config, port);
    const { app, upgrade, services, drain } = compose({
      config,
      storage,
      clock,
      random: getRandomValues,
      log,
      publicUrl,
      pagesFolder,
      fatal,
    });
    await offerExample(services, services.documents);
    await services.plenary.agenda.start();
    await services.expiry.start();
    await services.standings.start();
    await setServedAt(storage.workshops, publicUrl);
    serve(app, upgrade);
    return {
      address: localUrl(port, config.tls !== null),
      services,
      async stop() {
        await drain();
        server.close();
        server.closeAllConnections();
        await storage.close();
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await storage.close();
    throw error;
  }
}

/** Where people reach a server that was not told: on this machine, or on the network that it listens to. */
function reachedAt({ host, tls }: Config, port: number): URL {
  const name = isEveryAddress(host) ? lanAddress() : isLoopback(host) ? null : host;
  return name === null ? localUrl(port, tls !== null) : networkUrl(name, port, tls !== null);
}

/**
 * How long a connection is kept for a next call, in milliseconds: longer than proxies keep theirs (60 s is usual), or one
 * would now and then send a call into a connection that is just being closed.
 */
const keepsConnectionsFor = 75_000;

function newServer(tls: Config['tls']): Server {
  const options = { keepAliveTimeout: keepsConnectionsFor };
  try {
    return tls === null
      ? createServer(options)
      : createSecureServer({ ...options, cert: tls.certificate, key: tls.key });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationProblem(
      `TLS_CERT and TLS_KEY do not hold a certificate and its key in PEM: ${found}.`,
      { cause },
    );
  }
}

/** @returns the port, also when the system chose it */
async function listen(server: Server, { host, port }: Config): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw listeningProblem(host, port, cause);
  }
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error(`The server listens on ${address}, which is no port.`);
  return address.port;
}

function listeningProblem(host: string, port: number, cause: unknown): ConfigurationProblem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const sentence =
    {
      EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop that one, or start Reportback with another PORT.`,
      EACCES: `This user may not listen on port ${port}. Start Reportback with a PORT above 1023.`,
      EADDRNOTAVAIL: `HOST is “${host}”, which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
      ENOTFOUND: `HOST is “${host}”, which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
    }[code] ?? `The server cannot listen on ${host}, port ${port}: ${String(cause)}.`;
  return new ConfigurationProblem(sentence, { cause });
}
