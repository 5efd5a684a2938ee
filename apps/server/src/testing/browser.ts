import { parseSetCookie } from 'cookie';

/** What a call was answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, which the test knows to be of that shape. */
  as<Value>(): Value;
}

/** Keeps cookies and names its page's origin in its calls, as a browser does. */
export class Browser {
  readonly origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  get cookie(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.call('POST', path, body);
  }

  /** The bytes of a file that the server gave. */
  async bytes(path: string): Promise<Buffer> {
    const headers = { cookie: this.cookie };
    const response = await fetch(new URL(path, this.origin), { headers });
    return Buffer.from(await response.arrayBuffer());
  }

  /** @param headers instead of those that a browser would send */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = { origin: this.origin },
  ): Promise<Answer> {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && !isBytes && { 'content-type': 'application/json' }),
        ...(this.#cookies.size > 0 && { cookie: this.cookie }),
        ...headers,
      },
      ...(body !== undefined && {
        body: isBytes ? Buffer.from(body) : typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    for (const header of response.headers.getSetCookie()) {
      const { name, value } = parseSetCookie(header);
      this.#cookies.set(name, value ?? '');
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      as: <Value>() => JSON.parse(text) as Value,
    };
  }
}
