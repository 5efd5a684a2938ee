import type { ApiProblem } from '@reportback/domain';
import type { Answer } from './answer.ts';
import { type Method, request } from './request.ts';

/**
 * One call to the server, JSON in and out. An empty answer (204) is `undefined`.
 * @param path from `/api` on; its parts are ids, which are safe in a path
 * @throws only for a body that cannot be written as JSON
 */
export async function callServer<Value>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await request(method, path, body);
  } catch {
    // fetch rejects only where no answer came.
    return { is: 'silent' };
  }
  if (response.status === 204) return { is: 'answer', value: undefined as Value };
  const read = await readJson(response);
  if (read === null) return { is: 'silent' };
  if (response.ok) return { is: 'answer', value: read.json as Value };
  return isProblem(read.json)
    ? { is: 'refused', status: response.status, code: read.json.code, problem: read.json.problem }
    : { is: 'silent' };
}

/** Null for what is no JSON: a proxy's page, or a hotel's, in place of the server's answer. */
async function readJson(response: Response): Promise<{ readonly json: unknown } | null> {
  try {
    return { json: await response.json() };
  } catch {
    return null;
  }
}

export function isProblem(answer: unknown): answer is ApiProblem {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'problem' in answer &&
    typeof answer.problem === 'string' &&
    'code' in answer &&
    typeof answer.code === 'string'
  );
}
