import type { ApiProblem } from '@reportback/domain';
import type { Answer } from './answer.ts';
import { isProblem } from './call-server.ts';

/** A file that the server made, whole. */
export interface FetchedFile {
  readonly name: string;
  readonly bytes: Blob;
}

/**
 * Asks for a file that takes the server a while, so that the page can say what comes of it.
 * @param signal gives up; the answer is then `silent`
 */
export async function fetchFile(path: string, signal: AbortSignal): Promise<Answer<FetchedFile>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', signal });
    if (response.ok)
      return {
        is: 'answer',
        value: { name: nameOf(response), bytes: await response.blob() },
      };
    const answer: unknown = await response.json();
    return isProblem(answer) ? refusal(response.status, answer) : { is: 'silent' };
  } catch {
    // No answer, half of one, or another's page in its place.
    return { is: 'silent' };
  }
}

/** Hands a file to the browser, which puts it where this person keeps downloads. */
export function saveFile({ name, bytes }: FetchedFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function refusal(status: number, { code, problem }: ApiProblem): Answer<FetchedFile> {
  return { is: 'refused', status, code, problem };
}

/** The name that the server gave the file; other scripts than Latin come encoded (RFC 6266). */
function nameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  const plain = /filename="((?:[^"\\]|\\.)*)"/i.exec(header)?.[1];
  return encoded === undefined
    ? (plain?.replace(/\\(.)/g, '$1') ?? 'record')
    : decodeURIComponent(encoded);
}
