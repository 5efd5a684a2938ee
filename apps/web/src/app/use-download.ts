import { unreachable } from '@reportback/domain';
import { useEffect, useRef, useState } from 'react';
import { answerProblem } from './answer.ts';
import { fetchFile, saveFile } from './fetch-file.ts';

/** How far the download is that was asked for last, and from which address. */
export type Download =
  | { readonly is: 'idle' }
  | { readonly is: 'making'; readonly address: string }
  | { readonly is: 'made'; readonly address: string; readonly name: string }
  | { readonly is: 'failed'; readonly address: string; readonly problem: string };

/** Files that the server makes when they are asked for; leaving the page gives up what is under way. */
export function useDownload(): {
  readonly download: Download;
  readonly fetch: (address: string) => Promise<void>;
} {
  const [download, setDownload] = useState<Download>({ is: 'idle' });
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const fetch = async (address: string) => {
    setDownload({ is: 'making', address });
    const { signal } = leaving.current;
    const answer = await fetchFile(address, signal);
    if (signal.aborted) return;
    switch (answer.is) {
      case 'answer':
        saveFile(answer.value);
        setDownload({ is: 'made', address, name: answer.value.name });
        break;
      case 'refused':
      case 'silent':
        setDownload({ is: 'failed', address, problem: answerProblem(answer) });
        break;
      default:
        unreachable(answer);
    }
  };
  return { download, fetch };
}
