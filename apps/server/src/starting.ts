import type { RequestListener, Server } from 'node:http';
import { refuseUpgrade, type UpgradeListener } from './sockets/upgrade.ts';

/** Seconds after which a page, or a program, may ask again. */
const again = '1';

/**
 * Has a server answer that it is starting, so that nobody is left without an answer who comes before it can serve: pages load
 * themselves again, and sockets come back as after any 503. Has to be called before it listens.
 * @returns hands over to what serves from then on
 */
export function answerWhileStarting(
  server: Server,
): (app: RequestListener, upgrade: UpgradeListener) => void {
  const starting: RequestListener = (_request, response) => {
    response
      .writeHead(503, {
        'cache-control': 'no-store',
        'content-type': 'text/plain; charset=utf-8',
        'retry-after': again,
        refresh: again,
      })
      .end('The server is starting.\n');
  };
  const notYet: UpgradeListener = (_request, wire) => refuseUpgrade(wire, 503);
  server.on('request', starting);
  server.on('upgrade', notYet);
  return (app, upgrade) => {
    server.on('request', app);
    server.on('upgrade', upgrade);
    server.off('request', starting);
    server.off('upgrade', notYet);
  };
}
