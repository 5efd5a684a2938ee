import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Limits } from '@reportback/sync';
import { ConfigurationProblem } from './configuration-problem.ts';
import type { ImageLimits } from './images/image-limits.ts';
import { readLimits } from './read-limits.ts';
import { readSignIn, type SignInSettings } from './sign-in/sign-in-settings.ts';

/** What the environment says, parsed once. Nothing else in the server reads the environment. */
export interface Config {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Where people reach the server, without a path; null when neither PUBLIC_URL nor HOST and PORT tell. */
  readonly publicUrl: URL | null;
  readonly tls: { readonly certificate: Buffer; readonly key: Buffer } | null;
  /** How many proxies in front of the server are trusted to tell a client's address. */
  readonly trustedProxies: number;
  /** What asks for `/metrics` by; null where only this machine may. */
  readonly metricsToken: string | null;
  readonly imageLimits: ImageLimits;
  /** Those of one client, one change and one document that are not the usual. */
  readonly limits: Partial<Limits>;
  /** Bytes that all documents of a workshop may take together, their history included. */
  readonly documentsPerWorkshop: number;
  /** Milliseconds between versions while a document changes. */
  readonly versionsEvery: number;
  /** How organizers may sign in; null where they only have links. */
  readonly signIn: SignInSettings | null;
  /** For how many days after its last one a workshop is kept; null for good. */
  readonly keepDays: number | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the settings: PORT, HOST, DATA_DIR, PUBLIC_URL, TLS_CERT and TLS_KEY (files), TRUST_PROXY,
 * METRICS_TOKEN, IMAGE_MB, IMAGE_MEGAPIXELS, IMAGES_PER_WORKSHOP_MB, LIMITS, TEXTS_PER_WORKSHOP_MB,
 * VERSION_MINUTES, KEEP_DAYS, and the OIDC_ ones. The README says
 * what each means. An empty value is an absent one; a secret may stand in a file that `<NAME>_FILE` names.
 * @param folder what relative paths start from
 * @throws ConfigurationProblem that names the variable, what it holds and what it may hold
 */
export function readConfig(environment: Environment, folder: string): Config {
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const tls = readTls(value('TLS_CERT'), value('TLS_KEY'), folder);
  const publicUrl = value('PUBLIC_URL');
  const port = readCount('PORT', value('PORT') ?? '3000', 65_535);
  const host = value('HOST') ?? '127.0.0.1';
  const isPlaceTold = value('PORT') !== undefined && port !== 0 && isLoopback(host);
  return {
    port,
    host,
    dataDir: path.resolve(folder, value('DATA_DIR') ?? 'data'),
    publicUrl:
      publicUrl !== undefined
        ? readPublicUrl(publicUrl)
        : isPlaceTold
          ? localUrl(port, tls !== null)
          : null,
    tls,
    trustedProxies: readCount('TRUST_PROXY', value('TRUST_PROXY') ?? '0', 10),
    metricsToken: readToken('METRICS_TOKEN', readSecret('METRICS_TOKEN', value, folder) ?? null),
    imageLimits: {
      bytes: readCount('IMAGE_MB', value('IMAGE_MB') ?? '10', 100, 1) * megabyte,
      pixels: readCount('IMAGE_MEGAPIXELS', value('IMAGE_MEGAPIXELS') ?? '60', 250, 1) * 1_000_000,
      bytesPerWorkshop:
        readCount('IMAGES_PER_WORKSHOP_MB', value('IMAGES_PER_WORKSHOP_MB') ?? '1000', 100_000) *
        megabyte,
    },
    limits: readLimits(value('LIMITS') ?? ''),
    documentsPerWorkshop:
      readCount('TEXTS_PER_WORKSHOP_MB', value('TEXTS_PER_WORKSHOP_MB') ?? '500', 100_000, 1) *
      megabyte,
    versionsEvery:
      readCount('VERSION_MINUTES', value('VERSION_MINUTES') ?? '10', 1_440, 1) * minute,
    signIn: readSignIn(value, (name) => readSecret(name, value, folder)),
    keepDays: readCount('KEEP_DAYS', value('KEEP_DAYS') ?? '0', 36_500) || null,
  };
}

/** How a server on this machine is reached from it. */
export function localUrl(port: number, isSecure: boolean): URL {
  return new URL(`${isSecure ? 'https' : 'http'}://localhost:${port}`);
}

const megabyte = 1_000_000;
const minute = 60_000;

const loopbackName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether a host name or address, without a port, means this machine only. */
export function isLoopback(hostname: string): boolean {
  return loopbackName.test(hostname);
}

/** How a server is reached that listens on a network's address. */
export function networkUrl(host: string, port: number, isSecure: boolean): URL {
  const name = host.includes(':') ? `[${host}]` : host;
  return new URL(`${isSecure ? 'https' : 'http'}://${name}:${port}`);
}

/** Whether a host to listen on means every address of this machine. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** A secret from the variable itself, or from the file that `<NAME>_FILE` names, as container secrets are given. */
function readSecret(
  name: string,
  value: (name: string) => string | undefined,
  folder: string,
): string | undefined {
  const file = value(`${name}_FILE`);
  if (file === undefined) return value(name);
  if (value(name) !== undefined)
    throw new ConfigurationProblem(`Both ${name} and ${name}_FILE are set; set one of them.`);
  return readSetting(`${name}_FILE`, file, folder).toString('utf8').trim();
}

/** Characters; random ones are then beyond guessing. */
const shortestToken = 16;

/** What is wrong is said without the token: it would end up in a log. */
function readToken(name: string, token: string | null): string | null {
  if (token === null || (token.length >= shortestToken && /^[\x21-\x7e]+$/.test(token)))
    return token;
  throw new ConfigurationProblem(
    `${name} has ${token.length} characters; it must have at least ${shortestToken}, of ASCII and without spaces. “openssl rand -hex 24” makes one.`,
  );
}

function readCount(name: string, text: string, most: number, least = 0): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new ConfigurationProblem(
    `${name} is “${text}”; it must be a whole number from ${least} to ${most}.`,
  );
}

function readPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigurationProblem(
      `PUBLIC_URL is “${text}”; it must be the address that people open, such as https://reportback.example.org.`,
    );
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new ConfigurationProblem(
      `PUBLIC_URL is “${text}”; it must end after the host and port: Reportback needs a host name of its own, not a path below one.`,
    );
  return url;
}

function readTls(
  certificate: string | undefined,
  key: string | undefined,
  folder: string,
): Config['tls'] {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined)
    throw new ConfigurationProblem(
      `${certificate === undefined ? 'TLS_KEY' : 'TLS_CERT'} is set alone; TLS needs both TLS_CERT and TLS_KEY.`,
    );
  return {
    certificate: readSetting('TLS_CERT', certificate, folder),
    key: readSetting('TLS_KEY', key, folder),
  };
}

function readSetting(name: string, file: string, folder: string): Buffer {
  try {
    return readFileSync(path.resolve(folder, file));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationProblem(`${name} names a file that cannot be read: ${found}.`, {
      cause,
    });
  }
}
