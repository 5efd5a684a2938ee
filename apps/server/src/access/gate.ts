import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Action,
  type Link,
  type LinkId,
  type Pass,
  permits,
  type Seat,
  type SeatId,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import type { Clock } from '@reportback/sync';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import { passCookie, passSecret, secretHash, setCookie } from './pass-cookie.ts';

/** Somebody who holds a live link of a workshop. */
export interface Asker {
  readonly link: Link;
  readonly pass: Pass;
  /** Their place in the workshop; null until they took one, and while their link lets them have none. */
  readonly seat: Seat | null;
}

/** Says who asks, by the cookie of their browser, and hands out such cookies. */
export class Gate {
  readonly #store: WorkshopStore;
  readonly #clock: Clock;
  readonly #publicUrl: URL;
  readonly #newSecret: () => string;

  /** @param newSecret a text of at least 128 bits of chance */
  constructor(parts: {
    readonly store: WorkshopStore;
    readonly clock: Clock;
    readonly publicUrl: URL;
    readonly newSecret: () => string;
  }) {
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#publicUrl = parts.publicUrl;
    this.#newSecret = parts.newSecret;
  }

  /** Who asks, or null for a browser that holds no live link of the workshop. */
  async asker(request: IncomingMessage, workshop: WorkshopId): Promise<Asker | null> {
    const held = await this.#held(request, workshop);
    if (held === null || !isLive(held.link, held.pass.generation)) return null;
    const { link, pass } = held;
    const seat =
      pass.seat !== null && permits[link.role].sit ? await this.#store.seat(pass.seat) : null;
    return { link, pass, seat };
  }

  /**
   * Who asks, when they may do this.
   * @throws Refusal: no such workshop, no link, a link that was withdrawn, or one that does not allow it
   */
  async demand(request: IncomingMessage, workshop: WorkshopId, action?: Action): Promise<Asker> {
    const asker = await this.asker(request, workshop);
    if (asker === null) throw await this.#refusal(request, workshop);
    if (action !== undefined && !permits[asker.link.role][action])
      throw new Refusal('no-access', refusedActions[action]);
    return asker;
  }

  async #refusal(request: IncomingMessage, workshop: WorkshopId): Promise<Refusal> {
    if ((await this.#store.workshop(workshop)) === null) return noSuchWorkshop(workshop);
    return (await this.#held(request, workshop)) === null
      ? new Refusal(
          'no-access',
          'This browser holds no link to this workshop. Open the link that you were given, or type the join code on the start page.',
        )
      : withdrawn();
  }

  async #held(
    request: IncomingMessage,
    workshop: WorkshopId,
  ): Promise<{ link: Link; pass: Pass } | null> {
    const secret = passSecret(request, workshop);
    const pass = secret === null ? null : await this.#store.pass(secretHash(secret));
    const link = pass === null ? null : await this.#store.link(pass.link);
    return pass === null || link?.workshop !== workshop ? null : { link, pass };
  }

  /**
   * The link of a token, when it still opens.
   * @throws Refusal `link-revoked`
   */
  async liveLink(claim: { readonly link: LinkId; readonly generation: number }): Promise<Link> {
    const link = await this.#store.link(claim.link);
    if (link === null)
      throw new Refusal('not-found', 'The workshop of this link was deleted from this server.');
    if (!isLive(link, claim.generation)) throw withdrawn();
    return link;
  }

  /**
   * Lets a browser in by a link and sets its cookie. A link never takes away what the browser already holds:
   * organizers and facilitators keep their role when they open another link of their workshop, and
   * everybody keeps their seat.
   * @param seat the one to sit on from now, when the way in says it
   * @returns the link that the browser's pass stands for now
   */
  async admit(
    request: IncomingMessage,
    response: ServerResponse,
    link: Link,
    seat?: SeatId,
  ): Promise<Link> {
    const held = await this.asker(request, link.workshop);
    if (held !== null && (rank(held.link) > rank(link) || held.link.id === link.id)) {
      if (seat !== undefined) await this.#store.seatPass(held.pass.secretHash, seat);
      return held.link;
    }
    await this.renew(response, link, seat ?? held?.pass.seat ?? null);
    return link;
  }

  /** Gives a browser a new pass of a link; what it held of this workshop is forgotten. */
  async renew(response: ServerResponse, link: Link, seat: Pass['seat']): Promise<Asker> {
    const secret = this.#newSecret();
    const pass: Pass = {
      secretHash: secretHash(secret),
      link: link.id,
      generation: link.generation,
      seat,
      createdAt: this.#clock.wallTime(),
    };
    await this.#store.putPass(pass);
    setCookie(response, this.#publicUrl, passCookie(link.workshop), secret);
    return { link, pass, seat: seat === null ? null : await this.#store.seat(seat) };
  }
}

/** Whether a link still opens for those who came in with this generation of it. */
export function isLive(link: Link, generation: number): boolean {
  return link.revokedAt === null && link.generation === generation;
}

export function withdrawn(): Refusal {
  return new Refusal(
    'link-revoked',
    'This link was withdrawn or replaced. Ask the organizers for the new one.',
  );
}

function rank(link: Link): number {
  return link.role === 'organizer' ? 2 : link.role === 'facilitator' ? 1 : 0;
}

const refusedActions: Readonly<Record<Action, string>> = {
  organize: 'Only organizers may do this. Open the organizer link of this workshop.',
  facilitate: 'Only facilitators and organizers may do this. Open the facilitator link.',
  sit: 'This link lets you look on, not take a seat. Open a join link, or type the join code.',
  'see-join-code': 'Your link does not show the join code. Ask the organizers for it.',
  'read-record': 'Your link does not open the record. Ask the organizers for the read-only link.',
};
