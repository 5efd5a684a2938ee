import { AgendaRefused, NotAnId } from '@reportback/domain';
import { StorageProblem } from '@reportback/storage-sqlite';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../refusal.ts';

/**
 * Answers what a route threw: a refusal by its sentence; what must not happen is logged, and said to be our fault.
 * @param failed called for what must not happen
 */
export function answerProblem(log: Logger, failed: () => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = refusalOf(error);
    if (refusal !== null) {
      response.status(refusal.status).json(refusal);
      return;
    }
    failed();
    log.error({ err: error, method: request.method, path: request.path }, 'A call failed');
    response.status(500).json({
      problem: 'The server failed at this. Try again; if it happens again, tell the organizers.',
      code: 'unavailable',
    });
  };
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof NotAnId) return new Refusal('not-found', error.message);
  if (error instanceof AgendaRefused)
    return new Refusal(error.reason === 'too-large' ? 'too-large' : 'bad-input', error.message);
  if (error instanceof StorageProblem) return new Refusal('unavailable', error.message);
  return bodyRefusal(error);
}

/** What express and body-parser throw for a request that they cannot read. */
function bodyRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  switch (error.status) {
    case 413:
      return new Refusal('too-large', 'This is larger than the server accepts. Send less.');
    case 400:
    case 415:
      return new Refusal('bad-input', 'The server could not read this: it takes JSON in UTF-8.');
    default:
      return null;
  }
}
