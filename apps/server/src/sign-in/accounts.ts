import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@reportback/sync';
import { readCookies, setCookie } from '../access/pass-cookie.ts';
import type { Purpose, Signer } from '../access/signer.ts';
import { IdentityProvider } from './identity-provider.ts';
import { isAllowed, type SignInSettings } from './sign-in-settings.ts';

/** Where people come back to from the provider. */
export const returnPath = '/api/sign-in/return';

const accountCookie = 'reportback-account';
const errandCookie = 'reportback-signing-in';

/** Seconds: a working day for an account, a few minutes for the way to the provider and back. */
const accountFor = 12 * 60 * 60;
const errandFor = 10 * 60;

/** Where a page may ask to be after signing in. */
export type Destination = '/' | '/new';

/** What came of signing in. Refused: the provider did not let them through, or has not verified an address. */
export type SignedIn =
  | { readonly is: 'in'; readonly to: Destination }
  | { readonly is: 'not'; readonly because: 'not-allowed' | 'no-email' | 'out-of-time' };

interface Kept {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: Destination;
}

/**
 * Who signed in, by a cookie that the server signed and keeps no list of. It counts for twelve hours, and only
 * while its address is allowed: taking one off the settings shuts it out at the next start.
 */
export class Accounts {
  readonly #settings: SignInSettings;
  readonly #provider: IdentityProvider;
  readonly #signer: Signer;
  readonly #publicUrl: URL;
  readonly #clock: Clock;

  constructor(parts: {
    readonly settings: SignInSettings;
    readonly signer: Signer;
    readonly publicUrl: URL;
    readonly clock: Clock;
  }) {
    this.#settings = parts.settings;
    this.#signer = parts.signer;
    this.#publicUrl = parts.publicUrl;
    this.#clock = parts.clock;
    this.#provider = new IdentityProvider(parts.settings, new URL(returnPath, parts.publicUrl));
  }

  /** The e-mail address of who asks; null for who has not signed in, or may not any more. */
  of(request: IncomingMessage): string | null {
    const email = this.#read<string>(request, accountCookie, 'account');
    return email !== null && isAllowed(this.#settings, email) ? email : null;
  }

  /** Whether somebody of this address, in lower case, is let in when they sign in. */
  mayOrganize(email: string): boolean {
    return isAllowed(this.#settings, email);
  }

  /** Where to send somebody who wants to sign in. @throws when the provider does not answer */
  async begin(response: ServerResponse, to: Destination): Promise<URL> {
    const { address, errand } = await this.#provider.begin();
    const kept: Kept = { ...errand, to };
    this.#write(response, errandCookie, 'signing-in', kept, errandFor);
    return address;
  }

  /**
   * Signs in who came back from the provider.
   * @param query what the provider sent along
   * @throws when the provider's answer does not hold
   */
  async finish(
    request: IncomingMessage,
    response: ServerResponse,
    query: string,
  ): Promise<SignedIn> {
    const kept = this.#read<Kept>(request, errandCookie, 'signing-in');
    this.#forget(response, errandCookie);
    if (kept === null) return { is: 'not', because: 'out-of-time' };
    const email = await this.#provider.finish(query, kept);
    if (email === null) return { is: 'not', because: 'no-email' };
    if (!isAllowed(this.#settings, email)) return { is: 'not', because: 'not-allowed' };
    this.#write(response, accountCookie, 'account', email, accountFor);
    return { is: 'in', to: kept.to };
  }

  signOut(response: ServerResponse): void {
    this.#forget(response, accountCookie);
  }

  #write(
    response: ServerResponse,
    name: string,
    purpose: Purpose,
    value: unknown,
    age: number,
  ): void {
    const expires = this.#clock.wallTime() + age * 1000;
    const said = Buffer.from(JSON.stringify({ expires, value })).toString('base64url');
    setCookie(response, this.#publicUrl, name, `${said}.${this.#signer.sign(purpose, said)}`, age);
  }

  /** What this server wrote into a cookie, while it counts. */
  #read<Value>(request: IncomingMessage, name: string, purpose: Purpose): Value | null {
    const [said = '', signature = ''] = (readCookies(request)[name] ?? '').split('.');
    if (!this.#signer.isSigned(purpose, said, signature)) return null;
    const { expires, value }: { readonly expires: number; readonly value: Value } = JSON.parse(
      Buffer.from(said, 'base64url').toString('utf8'),
    );
    return expires > this.#clock.wallTime() ? value : null;
  }

  #forget(response: ServerResponse, name: string): void {
    setCookie(response, this.#publicUrl, name, '', 0);
  }
}
