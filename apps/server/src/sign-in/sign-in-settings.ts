import { ConfigurationProblem } from '../configuration-problem.ts';

/** Where organizers sign in, and which of those whom that place knows. */
export interface SignInSettings {
  /** The OpenID Connect provider, as its discovery document names itself. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** E-mail addresses, and domains all of whose addresses may; in lower case. */
  readonly allowed: readonly string[];
}

type Read = (name: string) => string | undefined;

/**
 * Parses OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET (or its file) and OIDC_ALLOWED: all of them, or none.
 * @throws ConfigurationProblem
 */
export function readSignIn(value: Read, secret: Read): SignInSettings | null {
  const said = {
    OIDC_ISSUER: value('OIDC_ISSUER'),
    OIDC_CLIENT_ID: value('OIDC_CLIENT_ID'),
    OIDC_CLIENT_SECRET: secret('OIDC_CLIENT_SECRET'),
    OIDC_ALLOWED: value('OIDC_ALLOWED'),
  };
  const missing = Object.entries(said).flatMap(([name, text]) =>
    text === undefined ? [name] : [],
  );
  if (missing.length === Object.keys(said).length) return null;
  if (missing.length > 0)
    throw new ConfigurationProblem(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: signing in takes OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_ALLOWED together.`,
    );
  return {
    issuer: readIssuer(said.OIDC_ISSUER ?? ''),
    clientId: said.OIDC_CLIENT_ID ?? '',
    clientSecret: said.OIDC_CLIENT_SECRET ?? '',
    allowed: readAllowed(said.OIDC_ALLOWED ?? ''),
  };
}

/** A name of this machine only, where a provider may be tried out without TLS. */
const thisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function readIssuer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && thisMachine.test(url.hostname)))
    return url;
  throw new ConfigurationProblem(
    `OIDC_ISSUER is “${text}”; it must be the https address of an OpenID Connect provider, such as https://accounts.example.org.`,
  );
}

function readAllowed(text: string): readonly string[] {
  const entries = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  const wrong = entries.find((entry) => !/^(?:[^\s@]+@|@)?[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(entry));
  if (wrong !== undefined || entries.length === 0)
    throw new ConfigurationProblem(
      `OIDC_ALLOWED has “${wrong ?? ''}”; it must list e-mail addresses and domains, such as “ana@example.org, example.edu”.`,
    );
  return entries.map((entry) => entry.replace(/^@/, ''));
}

/** Whether somebody of this address may organize here: it is listed, or exactly its domain is. */
export function isAllowed({ allowed }: Pick<SignInSettings, 'allowed'>, email: string): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return allowed.includes(email) || allowed.includes(domain);
}
