import type { ApiProblem } from '@reportback/domain';
import type { Answer } from './answer.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

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
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    // fetch rejects only where no answer came.
    return { is: 'silent' };
  }
  const answer = await readJson(response);
  if (response.ok) return { is: 'answer', value: answer as Value };
  return isProblem(answer)
    ? { is: 'refused', status: response.status, code: answer.code, problem: answer.problem }
    : { is: 'silent' };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Nothing, or a proxy's page instead of the server's answer.
    return undefined;
  }
}

function isProblem(answer: unknown): answer is ApiProblem {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'problem' in answer &&
    typeof answer.problem === 'string' &&
    'code' in answer &&
    typeof answer.code === 'string'
  );
}
