import type { Answer } from './answer.ts';

/** How long to wait after each call that was not answered, milliseconds. */
const pauses = [400, 1_200, 3_000] as const;

/**
 * Calls until there is an answer, a few times. Only for calls that may be sent twice: those with an id, and
 * those that set what they name.
 * @param wait resolves after that many milliseconds
 */
export async function insist<Value>(
  call: () => Promise<Answer<Value>>,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<Answer<Value>> {
  for (const milliseconds of pauses) {
    const answer = await call();
    if (answer.is !== 'silent') return answer;
    await wait(milliseconds);
  }
  return call();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
