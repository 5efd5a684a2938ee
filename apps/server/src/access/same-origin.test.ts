import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { isLocalCall, isLocalOnly, isOwnHost, isOwnOrigin, mayChange } from './same-origin.ts';

const local = { host: '127.0.0.1', publicUrl: new URL('http://localhost:3000') };
const open = { host: '0.0.0.0', publicUrl: new URL('https://notes.example') };
const behindProxy = { host: '127.0.0.1', publicUrl: new URL('https://notes.example') };
const lan = { host: '0.0.0.0', publicUrl: new URL('http://localhost:3000') };

function call(headers: IncomingMessage['headers'], method = 'POST'): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  Object.assign(request.headers, headers);
  return request;
}

it('only a server that listens for this machine and is known by its name is local', () => {
  expect([local, open, behindProxy, lan].map(isLocalOnly)).toEqual([true, false, false, false]);
  expect(isLocalCall(local, call({ host: 'localhost:3000' }))).toBe(true);
  expect(isLocalCall(local, call({ host: 'evil.example:3000' }))).toBe(false);
  expect(isLocalCall(behindProxy, call({ host: 'localhost:3000' }))).toBe(false);
});

it('an origin is ours only when it is exactly the public one, or this machine’s other names', () => {
  expect(isOwnOrigin(open, 'https://notes.example')).toBe(true);
  for (const origin of [
    'http://notes.example',
    'https://notes.example:8443',
    'https://a.notes.example',
    'https://notes.example.evil.example',
    'null',
    '',
  ])
    expect(isOwnOrigin(open, origin), origin).toBe(false);
  expect(isOwnOrigin(local, 'http://127.0.0.1:3000')).toBe(true);
  expect(isOwnOrigin(local, 'http://127.0.0.1:4000')).toBe(false);
  expect(isOwnOrigin(lan, 'http://127.0.0.1:3000')).toBe(false);
});

it('the Host header is looked at where a foreign name could point to this machine', () => {
  expect(isOwnHost(local, 'localhost:3000')).toBe(true);
  expect(isOwnHost(local, '127.0.0.1:3000')).toBe(true);
  expect(isOwnHost(local, 'evil.example:3000')).toBe(false);
  expect(isOwnHost(local, undefined)).toBe(false);
  expect(isOwnHost(open, 'inner-name')).toBe(true);
});

it.each([
  ['a page of ours', { origin: 'https://notes.example', cookie: 'a=b' }, true],
  ['a page of theirs', { origin: 'https://evil.example', cookie: 'a=b' }, false],
  ['a page of theirs, without a cookie', { origin: 'https://evil.example' }, false],
  ['a page without a name', { origin: 'null', cookie: 'a=b' }, false],
  ['a program', {}, true],
  ['a program with a cookie', { cookie: 'a=b' }, false],
  [
    'a browser that names no origin, same site',
    { 'sec-fetch-site': 'same-origin', cookie: 'a' },
    true,
  ],
  ['a browser that names no origin, elsewhere', { 'sec-fetch-site': 'cross-site' }, false],
] as const)('%s may change something: %j, %s', (_who, headers, may) => {
  expect(mayChange(open, call(headers))).toBe(may);
  expect(mayChange(open, call(headers, 'GET'))).toBe(true);
});
