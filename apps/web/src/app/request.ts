export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Requests that were made before a page was there to make them; each is taken once. */
const early = new Map<string, Promise<Response>>();

/** An answer that nobody took for so long says too little about now. Milliseconds. */
const fresh = 10_000;

/** Asks the server, with the cookie; takes the answer to the same question that was asked early, if it was. */
export function request(method: Method, path: string, body?: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const key = `${method} ${path} ${text}`;
  const asked = early.get(key);
  early.delete(key);
  return (
    asked ??
    fetch(path, {
      method,
      credentials: 'same-origin',
      ...(text !== undefined && { headers: { 'content-type': 'application/json' }, body: text }),
    })
  );
}

/** Asks what a page is going to ask, while the page itself is still on its way. */
export function requestEarly(method: Method, path: string, body?: unknown): void {
  const key = `${method} ${path} ${JSON.stringify(body)}`;
  const asked = request(method, path, body);
  // Whoever takes it learns that no answer came.
  asked.catch(() => undefined);
  early.set(key, asked);
  setTimeout(() => early.delete(key), fresh);
}
