import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultLimits } from '@reportback/sync';
import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from './config.ts';
import { ConfigurationProblem } from './configuration-problem.ts';
import { isAllowed } from './sign-in/sign-in-settings.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/somewhere');

const oidc = {
  OIDC_ISSUER: 'https://accounts.example.org',
  OIDC_CLIENT_ID: 'reportback',
  OIDC_CLIENT_SECRET: 'not-to-be-told',
  OIDC_ALLOWED: 'Ana@Example.org, example.edu @lakemoor.example',
};

describe('settings', () => {
  it('that are absent or empty have their defaults', () => {
    const defaults = {
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('/somewhere/data'),
      publicUrl: null,
      tls: null,
      trustedProxies: 0,
      metricsToken: null,
      signIn: null,
      keepDays: null,
      imageLimits: { bytes: 10_000_000, pixels: 60_000_000, bytesPerWorkshop: 1_000_000_000 },
      limits: {},
      documentsPerWorkshop: 500_000_000,
      versionsEvery: 600_000,
    };
    expect(read({})).toEqual(defaults);
    expect(read({ PORT: '', HOST: ' ', PUBLIC_URL: '' })).toEqual(defaults);
  });

  it('PORT also tells the public address, unless the system is to choose', () => {
    expect(read({ PORT: '4000' }).publicUrl?.href).toBe('http://localhost:4000/');
    expect(read({ PORT: '0' }).publicUrl).toBeNull();
    expect(read({ PORT: '4000', HOST: '0.0.0.0' }).publicUrl).toBeNull();
    expect(read({ PORT: '4000', PUBLIC_URL: 'https://a.example' }).publicUrl?.origin).toBe(
      'https://a.example',
    );
  });

  it.each([
    [{ PORT: 'http' }, /^PORT is “http”.*0 to 65535\.$/],
    [{ PORT: '70000' }, /^PORT is “70000”/],
    [{ PORT: '-1' }, /^PORT/],
    [{ PUBLIC_URL: 'reportback.example' }, /^PUBLIC_URL is “reportback.example”.*https:/],
    [{ PUBLIC_URL: 'ftp://a.example' }, /^PUBLIC_URL/],
    [{ PUBLIC_URL: 'https://a.example/notes' }, /host name of its own/],
    [{ TLS_CERT: 'a.pem' }, /TLS_CERT is set alone/],
    [{ TLS_KEY: 'a.pem' }, /TLS_KEY is set alone/],
    [{ TLS_CERT: 'none.pem', TLS_KEY: 'none.pem' }, /TLS_CERT names a file that cannot be read/],
    [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY is “yes”/],
    [{ METRICS_TOKEN: 'too-short' }, /^METRICS_TOKEN has 9 characters/],
    [{ METRICS_TOKEN: 'a'.repeat(20), METRICS_TOKEN_FILE: 'x' }, /^Both METRICS_TOKEN and/],
    [{ IMAGE_MB: '101' }, /^IMAGE_MB is “101”; it must be a whole number from 1 to 100/],
    [{ KEEP_DAYS: 'a while' }, /^KEEP_DAYS is “a while”/],
    [
      { OIDC_ISSUER: 'https://a.example' },
      /^OIDC_CLIENT_ID and OIDC_CLIENT_SECRET and OIDC_ALLOWED are/,
    ],
    [{ ...oidc, OIDC_ISSUER: 'http://a.example' }, /^OIDC_ISSUER is “http:\/\/a.example”; .*https/],
    [{ ...oidc, OIDC_ALLOWED: 'ana@example.org, everybody' }, /^OIDC_ALLOWED has “everybody”/],
    [{ ...oidc, OIDC_CLIENT_SECRET_FILE: 'x' }, /^Both OIDC_CLIENT_SECRET and/],
    [{ TEXTS_PER_WORKSHOP_MB: '0' }, /^TEXTS_PER_WORKSHOP_MB is “0”.*from 1 to 100000/],
    [{ VERSION_MINUTES: 'never' }, /^VERSION_MINUTES is “never”.*from 1 to 1440/],
    [
      { LIMITS: 'width=3' },
      /^LIMITS names “width”, which is no limit. The limits are frameBytes, /,
    ],
    [{ LIMITS: 'depth' }, /^LIMITS sets depth to “”; it must be a whole number from 1 /],
    [{ LIMITS: 'depth=-1' }, /^LIMITS sets depth to “-1”/],
    [{ LIMITS: 'frameBytes=20000000' }, /^LIMITS sets frameBytes .* to 15000000/],
    [{ METRICS_TOKEN_FILE: 'none' }, /^METRICS_TOKEN_FILE names a file that cannot be read/],
  ])('that cannot be are refused with a sentence: %j', (environment, sentence) => {
    expect(() => read(environment)).toThrow(ConfigurationProblem);
    expect(() => read(environment)).toThrow(sentence);
  });
});

it('who may sign in is read as addresses and domains, and exactly those may', () => {
  const { signIn } = read(oidc);
  expect(signIn?.allowed).toEqual(['ana@example.org', 'example.edu', 'lakemoor.example']);
  const may = (email: string) => isAllowed(signIn ?? { allowed: [] }, email);
  expect(['ana@example.org', 'bo@example.edu', 'cy@lakemoor.example'].every(may)).toBe(true);
  expect(
    ['bo@example.org', 'x@not-example.edu', 'x@sub.example.edu', 'example.edu@evil.example'].some(
      may,
    ),
  ).toBe(false);
});

it('the table in the README has every variable that is read, and no other', () => {
  const asked = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get(_target, name) {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  readConfig(environment, '/somewhere');
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const table = /## Settings\n([^]*?)\n## /.exec(readme)?.[1] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) =>
    Array.from(row.split('|')[1]?.matchAll(/`([A-Z_]+)`/g) ?? [], ([, name]) => name),
  );
  expect(told.toSorted()).toEqual([...asked].toSorted());
});

it('limits are named one by one, and the others stay as they are', () => {
  const { limits } = read({ LIMITS: 'depth=32, documentBytes=1000000\n connectionsPerSeat=4' });
  expect(limits).toEqual({ depth: 32, documentBytes: 1_000_000, connectionsPerSeat: 4 });
});

it('each limit stands with what it usually is in docs/operations.md', () => {
  const text = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  for (const [name, value] of Object.entries(defaultLimits))
    expect(text).toContain(`| \`${name}\` | ${value} |`);
});

it('a secret may stand in a file, as containers are given them', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-config-'));
  writeFileSync(path.join(folder, 'token'), 'sixteen-and-more-characters\n');
  const { metricsToken } = readConfig({ METRICS_TOKEN_FILE: 'token' }, folder);
  rmSync(folder, { recursive: true });
  expect(metricsToken).toBe('sixteen-and-more-characters');
});

it('knows which names mean this machine only', () => {
  expect(['localhost', '127.0.0.1', '127.8.0.1', '::1', '[::1]'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.0.2', 'localhost.example', ''].some(isLoopback)).toBe(false);
});
