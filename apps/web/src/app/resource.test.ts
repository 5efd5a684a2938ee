import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { Resource } from './resource.ts';

/** A server that answers when it is told to. */
function server() {
  const asked: ((answer: Answer<string>) => void)[] = [];
  const watched = new Resource<string>(() => new Promise((answer) => asked.push(answer)));
  return {
    watched,
    asked,
    answers: async (call: number, answer: Answer<string>) => {
      asked[call]?.(answer);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

const refusal: Answer<string> = {
  is: 'refused',
  status: 403,
  code: 'link-revoked',
  problem: 'This link was closed.',
};

describe('something of the server’s', () => {
  it('is fetched when the first page looks, once for all that look', async () => {
    const { watched, asked, answers } = server();
    expect(asked).toHaveLength(0);
    watched.subscribe(() => undefined);
    watched.subscribe(() => undefined);
    expect(asked).toHaveLength(1);
    expect(watched.get()).toEqual({ is: 'loading' });
    await answers(0, { is: 'answer', value: 'eight tables' });
    expect(watched.get()).toEqual({ is: 'answer', value: 'eight tables' });
  });

  it('is fetched anew when a page comes back, and stays on the screen meanwhile', async () => {
    const { watched, asked, answers } = server();
    watched.subscribe(() => undefined)();
    await answers(0, { is: 'answer', value: 'eight tables' });
    watched.subscribe(() => undefined);
    expect(asked).toHaveLength(2);
    expect(watched.get()).toEqual({ is: 'answer', value: 'eight tables' });
  });

  it('stays when no answer comes, and goes when the server refuses it', async () => {
    const { watched, answers } = server();
    watched.subscribe(() => undefined);
    await answers(0, { is: 'answer', value: 'eight tables' });
    void watched.refresh();
    await answers(1, { is: 'silent' });
    expect(watched.get()).toEqual({ is: 'answer', value: 'eight tables' });
    void watched.refresh();
    await answers(2, refusal);
    expect(watched.get()).toEqual(refusal);
  });

  it('believes the latest call, whichever is answered last', async () => {
    const { watched, answers } = server();
    watched.subscribe(() => undefined);
    void watched.refresh();
    await answers(1, { is: 'answer', value: 'nine tables' });
    await answers(0, { is: 'answer', value: 'eight tables' });
    expect(watched.get()).toEqual({ is: 'answer', value: 'nine tables' });
  });

  it('can be told what another call answered', async () => {
    const { watched, answers } = server();
    watched.subscribe(() => undefined);
    watched.set('nine tables');
    await answers(0, { is: 'answer', value: 'eight tables' });
    expect(watched.get()).toEqual({ is: 'answer', value: 'nine tables' });
  });
});
