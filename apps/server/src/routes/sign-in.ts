import { type Response, Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Accounts } from '../sign-in/accounts.ts';

const destination = z.enum(['/', '/new']).catch('/');

/** `/api/sign-in`, `/api/sign-in/return`, `/api/sign-out`: only where organizers sign in. */
export function signInRoutes({ accounts, log }: Pick<Services, 'accounts' | 'log'>): Router {
  const router = Router();

  // A page leads here, so what goes wrong is said by a page: the start page knows these words.
  router.get('/sign-in', async (request, response) => {
    await orBack(response, async () => {
      const to = destination.parse(request.query['to']);
      response.redirect(303, (await theirs().begin(response, to)).href);
    });
  });

  router.get('/sign-in/return', async (request, response) => {
    await orBack(response, async () => {
      const query = request.originalUrl.split('?')[1] ?? '';
      const outcome = await theirs().finish(request, response, query);
      if (outcome.is === 'in') response.redirect(303, outcome.to);
      else back(response, outcome.because);
    });
  });

  router.post('/sign-out', (_request, response) => {
    theirs().signOut(response);
    response.status(204).end();
  });

  function theirs(): Accounts {
    if (accounts !== null) return accounts;
    throw new Refusal('not-found', 'Organizers do not sign in on this server; they have links.');
  }

  async function orBack(response: Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // What the provider sent may hold what opens an account there: only its name for the trouble is written down.
      log.warn({ reason: reasonOf(error) }, 'Somebody could not sign in');
      back(response, reasonOf(error) === 'access_denied' ? 'cancelled' : 'failed');
    }
  }
  return router;
}

function back(response: Response, because: string): void {
  response.redirect(303, `/?sign-in=${because}`);
}

/** `error` is OAuth's word, `code` that of openid-client. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { error: oauth, code } = error as Error & { error?: unknown; code?: unknown };
  return typeof oauth === 'string' ? oauth.slice(0, 60) : String(code ?? error.name);
}
