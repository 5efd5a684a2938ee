import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import styles from './download-button.module.css';
import { useDownload } from './use-download.ts';

/** Words that fetch a file, which the server may make only then, and what came of it below them. */
export function DownloadButton({
  address,
  children,
}: {
  readonly address: string;
  readonly children: ReactNode;
}) {
  const { download, fetch } = useDownload();
  const isMaking = download.is === 'making';
  return (
    <div>
      <Button
        kind="text"
        size="small"
        className={styles.button}
        disabled={isMaking}
        aria-busy={isMaking}
        onClick={() => void fetch(address)}
      >
        {isMaking ? 'Being made…' : children}
      </Button>
      <output className={styles.said}>
        {download.is === 'made' ? `Downloaded: ${download.name}` : ''}
      </output>
      {download.is === 'failed' && (
        <p className={styles.problem} role="alert">
          {download.problem}
        </p>
      )}
    </div>
  );
}
