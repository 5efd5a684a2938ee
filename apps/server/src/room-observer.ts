import type { Observer } from '@reportback/sync';
import type { Logger } from 'pino';

/** Writes down what the one who runs the server should know of rooms; never what people wrote. */
export function roomObserver(log: Logger): Observer {
  return {
    counted: () => {},
    timed: () => {},
    refused: (document, reason, found) =>
      log.warn({ document, reason, found }, 'A change was refused'),
    closed: (document, reason) => log.debug({ document, reason }, 'A connection was closed'),
    failed: (document, error) => log.error({ document, err: error }, 'A document failed'),
  };
}
