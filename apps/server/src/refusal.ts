import type { ApiProblem } from '@reportback/domain';

/** The HTTP status of each refusal; pages act on the code. */
export const statusOf: Readonly<Record<ApiProblem['code'], number>> = {
  'bad-input': 400,
  'no-access': 403,
  'not-found': 404,
  'not-now': 409,
  'changed-meanwhile': 409,
  'has-text': 409,
  'code-unknown': 404,
  'other-seat': 409,
  'link-revoked': 403,
  'slow-down': 429,
  'too-large': 413,
  unavailable: 503,
};

/** A call that is refused. Its message is the sentence that the caller is shown. */
export class Refusal extends Error {
  readonly code: ApiProblem['code'];

  constructor(code: ApiProblem['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
    this.code = code;
  }

  get status(): number {
    return statusOf[this.code];
  }

  toJSON(): ApiProblem {
    return { problem: this.message, code: this.code };
  }
}

/** For a workshop that is not here, or not any more. */
export function noSuchWorkshop(id: string): Refusal {
  return new Refusal(
    'not-found',
    `There is no workshop “${id}” on this server. It may have been deleted; check the address.`,
  );
}

/** For a session that its workshop does not have, or not any more. */
export function noSuchSession(): Refusal {
  return new Refusal(
    'not-found',
    'This workshop has no such session any more: somebody removed it. Reload the page.',
  );
}
