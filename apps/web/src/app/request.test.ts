import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { request, requestEarly } from './request.ts';

const fetched = vi.fn((path: string) => Promise.resolve(new Response(path)));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  fetched.mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a question that was asked early', () => {
  it('is not asked again by the page that wants to know it', async () => {
    requestEarly('POST', '/api/tickets', { session: 's', group: 'g' });
    await request('POST', '/api/tickets', { session: 's', group: 'g' });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('is asked anew the second time, and for anything else', async () => {
    requestEarly('GET', '/api/workshops/a');
    await request('GET', '/api/workshops/b');
    await request('GET', '/api/workshops/a');
    await request('GET', '/api/workshops/a');
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it('is asked anew when nobody wanted to know it for a while', async () => {
    requestEarly('GET', '/api/workshops/a');
    vi.advanceTimersByTime(10_000);
    await request('GET', '/api/workshops/a');
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});
