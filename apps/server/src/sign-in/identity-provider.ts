import type { Configuration } from 'openid-client';
import type { SignInSettings } from './sign-in-settings.ts';

/** What has to be remembered between sending somebody to the provider and their coming back. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Seconds that the provider has to answer. */
const patience = 10;

/**
 * The OpenID Connect provider: authorization code flow with PKCE, state and nonce, all checks left to
 * `openid-client`. It is asked for its addresses when somebody first signs in, so that a server starts without it.
 */
export class IdentityProvider {
  readonly #settings: SignInSettings;
  readonly #redirect: URL;
  #discovered: Promise<Configuration> | null = null;

  /** @param redirect where people come back to; the provider has to know it */
  constructor(settings: SignInSettings, redirect: URL) {
    this.#settings = settings;
    this.#redirect = redirect;
  }

  /** Where to send somebody. @throws when the provider does not answer */
  async begin(): Promise<{ readonly address: URL; readonly errand: Errand }> {
    const client = await import('openid-client');
    const configuration = await this.#configuration();
    const verifier = client.randomPKCECodeVerifier();
    const errand = { state: client.randomState(), nonce: client.randomNonce(), verifier };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirect.href,
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: errand.state,
      nonce: errand.nonce,
    });
    return { address, errand };
  }

  /**
   * Who came back.
   * @param query what the provider sent along
   * @returns their e-mail address in lower case; null where the provider does not vouch for one
   * @throws when the answer is not the provider's own, or was refused
   */
  async finish(query: string, errand: Errand): Promise<string | null> {
    const client = await import('openid-client');
    const configuration = await this.#configuration();
    const came = new URL(this.#redirect);
    came.search = query;
    const tokens = await client.authorizationCodeGrant(configuration, came, {
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      pkceCodeVerifier: errand.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) return null;
    const told =
      claims['email'] === undefined
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    const { email, email_verified: isVerified } = told;
    // Some providers let people write any address into their profile; only a verified one names them.
    return typeof email === 'string' && isVerified === true ? email.toLowerCase() : null;
  }

  async #configuration(): Promise<Configuration> {
    this.#discovered ??= this.#discover();
    try {
      return await this.#discovered;
    } catch (error) {
      this.#discovered = null;
      throw error;
    }
  }

  async #discover(): Promise<Configuration> {
    const { discovery, allowInsecureRequests } = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.#settings;
    // Settings let http through for a provider on this machine only.
    const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    return discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: patience });
  }
}
