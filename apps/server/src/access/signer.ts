import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a key may sign: one use cannot stand in for another. */
export type Purpose = 'link' | 'ticket' | 'creation' | 'creation-cookie' | 'signing-in' | 'account';

/** Octets of a signature that are kept: 144 bits, 24 characters. */
const signatureBytes = 18;

/** Signs and checks short texts with keys that are derived from the server's one secret. */
export class Signer {
  readonly #serverKey: Uint8Array;
  readonly #keys = new Map<Purpose, Buffer>();

  /** @param serverKey 32 octets of chance */
  constructor(serverKey: Uint8Array) {
    this.#serverKey = serverKey;
  }

  /** The signature of a text: HMAC-SHA256, cut to 144 bits, base64url. */
  sign(purpose: Purpose, text: string): string {
    return createHmac('sha256', this.#key(purpose))
      .update(text)
      .digest()
      .subarray(0, signatureBytes)
      .toString('base64url');
  }

  /** Whether the signature is the text's own; takes as long for a near miss as for a far one. */
  isSigned(purpose: Purpose, text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(purpose, text));
    const found = Buffer.from(signature);
    return expected.length === found.length && timingSafeEqual(expected, found);
  }

  #key(purpose: Purpose): Buffer {
    const known = this.#keys.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', this.#serverKey, '', `reportback ${purpose}`, 32));
    this.#keys.set(purpose, key);
    return key;
  }
}
