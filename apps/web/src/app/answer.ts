import type { ApiProblem } from '@reportback/domain';

/**
 * What came of a call to the server. A refusal is a value, because pages act on it; only a page that sends
 * what it must not is a bug.
 */
export type Answer<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | Refusal
  /** No answer: no network, the server is down, or something between answered in its place. */
  | { readonly is: 'silent' };

/** The server understood and said no; `problem` is a sentence that can be shown. */
export interface Refusal {
  readonly is: 'refused';
  readonly status: number;
  readonly code: ApiProblem['code'];
  readonly problem: string;
}

/** An answer that is not one yet. */
export type Loadable<Value> = { readonly is: 'loading' } | Answer<Value>;

/** Why there is no answer, as a sentence that can be shown. */
export function answerProblem(answer: Exclude<Answer<unknown>, { is: 'answer' }>): string {
  return answer.is === 'refused' ? answer.problem : 'The server did not answer. Try again.';
}
