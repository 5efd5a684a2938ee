import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorkshopStore } from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import { readCookies, setCookie } from './pass-cookie.ts';
import { isLocalCall, type ServerPlace } from './same-origin.ts';
import type { Signer } from './signer.ts';

const cookieName = 'reportback-creation';
const generationFact = 'creation-link-generation';

/**
 * Who may make workshops: anybody who sits at the server itself while only this machine reaches it, and
 * else whoever opened the creation link. Raising the generation makes that link void, with its cookies.
 */
export class CreationLink {
  readonly #store: WorkshopStore;
  readonly #signer: Signer;
  readonly #place: ServerPlace;

  constructor(store: WorkshopStore, signer: Signer, place: ServerPlace) {
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
    const cookie = readCookies(request)[cookieName];
    return cookie !== undefined && (await this.#holds('creation-cookie', cookie));
  }

  /** @throws Refusal */
  async demand(request: IncomingMessage): Promise<void> {
    if (!(await this.mayCreate(request)))
      throw new Refusal(
        'no-access',
        'Making workshops on this server takes its creation link, which the server printed when it was started.',
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
