import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { type RequestHandler, Router } from 'express';
import sirv from 'sirv';

/** The addresses that have a page; the page's own router tells them apart. */
const pageAddresses = [
  '/new',
  '/design',
  '/enter',
  '/join{/:code}',
  '/device',
  '/w/:workshop',
  '/w/:workshop/share',
  '/w/:workshop/record',
  '/w/:workshop/settings',
  '/w/:workshop/people',
  '/w/:workshop/tents',
  '/w/:workshop/device',
  '/w/:workshop/s/:session/:view',
  '/w/:workshop/s/:session/g/:group',
];

/** A year, as browsers are to keep a file whose name changes with its content. */
const forGood = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

/** What the build keeps for itself, and addresses that try to climb out of the folder. */
const hidden = /\/\.|%2[ef]/i;

/**
 * Serves the built pages: the one page that there is at every address that has one, its files beside it,
 * precompressed where the build did so. Elsewhere the page says with status 404 that there is nothing.
 * @param folder what the build made; while it is missing, every address says so
 */
export function pages(folder: string): Router {
  const router = Router();
  if (!existsSync(path.join(folder, 'index.html'))) {
    router.use(notBuilt);
    return router;
  }
  const page: RequestHandler = (_request, response) => {
    response.set('cache-control', askAgain);
    response.sendFile('index.html', { root: folder, cacheControl: false });
  };
  // `dev` looks at the folder for each call, so that pages which are built anew are served at once.
  const files = sirv(folder, {
    dev: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: cacheHeaders,
  });
  router.use((request, response, next) => {
    if (hidden.test(request.path)) next();
    else files(request, response, next);
  });
  router.get(pageAddresses, page);
  router.use((request, response, next) => {
    response.status(404);
    const isFile = path.extname(request.path) !== '';
    if (request.method === 'GET' && !isFile && request.accepts('html'))
      page(request, response, next);
    else response.type('text/plain').send('There is nothing at this address.\n');
  });
  return router;
}

const notBuilt: RequestHandler = (_request, response) => {
  response
    .status(503)
    .type('text/plain')
    .send('The pages are not built yet. “npm start” builds them and then serves them.\n');
};

function cacheHeaders(response: ServerResponse, file: string): void {
  response.setHeader('cache-control', file.startsWith('/assets/') ? forGood : askAgain);
}
