import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reportback-pages-'));
  mkdirSync(path.join(folder, 'assets'));
  mkdirSync(path.join(folder, '.vite'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>The page</title>');
  writeFileSync(path.join(folder, 'assets', 'main-1a2b3c.js'), 'plain');
  writeFileSync(path.join(folder, 'assets', 'main-1a2b3c.js.br'), 'packed');
  writeFileSync(path.join(folder, '.vite', 'manifest.json'), '{}');
  server = await TestServer.start({}, folder);
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const get = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  server.browser().call('GET', address, undefined, headers);

it.each([
  '/',
  '/new',
  '/enter',
  '/join',
  '/join/K7M4QX',
  '/w/abc',
  '/device',
  '/w/abc/share',
  '/w/abc/device',
  '/w/abc/record',
  '/w/abc/s/def/board',
  '/w/abc/s/def/present',
  '/w/abc/s/def/findings',
  '/w/abc/s/def/g/ghi',
])('%s has the page, which browsers ask for again each time', async (address) => {
  const answer = await get(address, { accept: 'text/html' });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('The page');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

it('files named by their content are kept for good, and sent packed to who can unpack', async () => {
  const plain = await get('/assets/main-1a2b3c.js', { 'accept-encoding': 'identity' });
  expect(plain.text).toBe('plain');
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('content-type')).toMatch(/javascript/);
  const packed = await fetch(new URL('/assets/main-1a2b3c.js', server.origin), {
    method: 'HEAD',
    headers: { 'accept-encoding': 'br' },
  });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('vary')).toBe('Accept-Encoding');
});

it('elsewhere there is nothing: browsers get the page, which says so, programs a sentence', async () => {
  const page = await get('/nowhere', { accept: 'text/html' });
  expect([page.status, page.text]).toEqual([404, expect.stringContaining('The page')]);
  const style = await get('/assets/gone.css', { accept: 'text/css,*/*;q=0.1' });
  expect(style.headers.get('content-type')).toMatch(/^text\/plain/);
  for (const address of ['/assets/gone.js', '/.vite/manifest.json', '/..%2f..%2fetc/passwd']) {
    const answer = await get(address, { accept: 'application/json' });
    expect([answer.status, answer.text]).toEqual([404, 'There is nothing at this address.\n']);
  }
  const call = await get('/api/nowhere');
  expect([call.status, call.as<{ problem: string }>().problem]).toEqual([
    404,
    'There is no call “GET /nowhere”.',
  ]);
});

it('no page runs, frames or calls what is not ours', async () => {
  const { headers } = await get('/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(`connect-src 'self' ${server.origin.replace('http', 'ws')}`);
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

it('while the pages are not built, every address says so', async () => {
  const bare = await TestServer.start();
  const answer = await bare.browser().get('/');
  expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('npm start')]);
  await bare.remove();
});
