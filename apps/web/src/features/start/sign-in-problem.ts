/** What came of signing in, as the server says it in the address of the start page. */
const sentences: Readonly<Record<string, string>> = {
  cancelled: 'You were not signed in.',
  failed:
    'Signing in did not work: the provider did not answer, or not as it should. Try again; if it happens again, tell whoever runs this server.',
  'not-allowed':
    'This account may not organize workshops on this server. Sign in with another one, or ask whoever runs the server.',
  'no-email':
    'The provider did not tell a verified e-mail address of this account, and the server knows organizers by theirs.',
  'out-of-time': 'Signing in took too long, or was begun in another browser. Try again.',
};

/** The sentence that an address asks for, such as `/?sign-in=failed`; null for none. */
export function signInProblem(query: string): string | null {
  const word = new URLSearchParams(query).get('sign-in');
  return word === null ? null : (sentences[word] ?? sentences['failed'] ?? null);
}
