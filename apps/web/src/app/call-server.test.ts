import { afterEach, describe, expect, it, vi } from 'vitest';
import { callServer } from './call-server.ts';

const answers = (answer: () => Response | Promise<Response>) => {
  const fetched = vi.fn((_path: string, _options: RequestInit) => Promise.resolve(answer()));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

afterEach(() => vi.unstubAllGlobals());

describe('a call to the server', () => {
  it('sends and takes JSON, with the cookie', async () => {
    const fetched = answers(() => Response.json({ workshop: 'w1' }));
    expect(await callServer('POST', '/api/enter', { code: 'K7M4QX' })).toEqual({
      is: 'answer',
      value: { workshop: 'w1' },
    });
    const [path, options] = fetched.mock.calls[0] ?? [];
    expect(path).toBe('/api/enter');
    expect(options).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      body: '{"code":"K7M4QX"}',
    });
  });

  it('takes an answer without content', async () => {
    answers(() => new Response(null, { status: 204 }));
    expect(await callServer('DELETE', '/api/workshops/w1')).toEqual({
      is: 'answer',
      value: undefined,
    });
  });

  it('takes a refusal as a value that says why', async () => {
    answers(() =>
      Response.json({ code: 'no-access', problem: 'Ask the organizers.' }, { status: 403 }),
    );
    expect(await callServer('GET', '/api/workshops/w1')).toEqual({
      is: 'refused',
      status: 403,
      code: 'no-access',
      problem: 'Ask the organizers.',
    });
  });

  it('takes no answer, and the page of a proxy in its place, as silence', async () => {
    answers(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await callServer('GET', '/api/start')).toEqual({ is: 'silent' });
    answers(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await callServer('GET', '/api/start')).toEqual({ is: 'silent' });
  });

  it('takes a proxy’s page that claims success as silence', async () => {
    answers(() => new Response('<h1>Sign in to the hotel’s Wi-Fi</h1>', { status: 200 }));
    expect(await callServer('GET', '/api/start')).toEqual({ is: 'silent' });
  });
});
