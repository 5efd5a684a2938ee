import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorkshopStore } from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { readCookies, setCookie } from './pass-cookie.ts';
import { isLocalCall, type ServerPlace } from './same-origin.ts';
import type { Signer } from './signer.ts';

const cookieName = 'reportback-creation';
const generationFact = 'creation-link-generation';

/**
 * Who may make workshops: anybody who sits at the server itself while only this machine reaches it, and
 * else whoever signed in, or, where nobody signs in, whoever opened the creation link. Raising the generation makes that link void, with its cookies.
 */
export class CreationLink {
  readonly #store: WorkshopStore;
  readonly #signer: Signer;
  readonly #place: ServerPlace;
  readonly #accounts: Pick<Accounts, 'of'> | null;

  /** @param accounts null where organizers do not sign in */
  constructor(
    store: WorkshopStore,
    signer: Signer,
    place: ServerPlace,
    accounts: Pick<Accounts, 'of'> | null = null,
  ) {
    this.#accounts = accounts;
    this.#store = store;
    this.#signer = signer;
    this.#place = place;
  }

  async address(): Promise<string> {
    return `${this.#place.publicUrl.origin}/new#${await this.#secret('creation')}`;
  }

  /**
   * Lets a browser make workshops from now on.
   * @throws Refusal for a token that is not the link's
   */
  async admit(response: ServerResponse, token: string): Promise<void> {
    if (this.#accounts !== null)
      throw new Refusal(
        'no-access',
        'Whoever makes workshops on this server signs in; it has no creation link. Sign in on the start page.',
      );
    if (!(await this.#holds('creation', token)))
      throw new Refusal(
        'no-access',
        'This link for making workshops is not valid here any more. Ask whoever runs the server for the new one.',
      );
    const value = await this.#secret('creation-cookie');
    setCookie(response, this.#place.publicUrl, cookieName, value);
  }

  async mayCreate(request: IncomingMessage): Promise<boolean> {
    if (isLocalCall(this.#place, request)) return true;
    if (this.#accounts !== null) return this.#accounts.of(request) !== null;
    const cookie = readCookies(request)[cookieName];
    return cookie !== undefined && (await this.#holds('creation-cookie', cookie));
  }

  /** @throws Refusal */
  async demand(request: IncomingMessage): Promise<void> {
    if (!(await this.mayCreate(request)))
      throw new Refusal(
        'no-access',
        this.#accounts === null
          ? 'Making workshops on this server takes its creation link, which the server printed when it was started.'
          : 'Making workshops on this server takes signing in. Do so on the start page.',
      );
  }

  async #secret(purpose: 'creation' | 'creation-cookie'): Promise<string> {
    const text = await this.#generation();
    return `${text}.${this.#signer.sign(purpose, text)}`;
  }

  async #holds(purpose: 'creation' | 'creation-cookie', secret: string): Promise<boolean> {
    const [generation = '', signature = ''] = secret.split('.');
    return (
      generation === (await this.#generation()) &&
      this.#signer.isSigned(purpose, generation, signature)
    );
  }

  async #generation(): Promise<string> {
    return (await this.#store.fact(generationFact)) ?? '1';
  }
}
