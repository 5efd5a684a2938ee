import type { ConnectionStatus } from '@reportback/client';
import { Button } from '../../design/button.tsx';
import { PageMessage } from '../../design/page-message.tsx';

/** Stands where a note would be that this device does not hold and cannot fetch. */
export function NotHere({
  connection,
  onRetry,
}: {
  readonly connection: Extract<ConnectionStatus, { is: 'offline' | 'ended' }>;
  readonly onRetry: () => void;
}) {
  return (
    <main>
      <PageMessage
        title={
          connection.is === 'offline' ? 'The server did not answer.' : 'This note cannot be opened.'
        }
        actions={
          <Button kind="primary" onClick={onRetry}>
            Try now
          </Button>
        }
      >
        <p>
          {connection.is === 'offline'
            ? 'This note was never open on this device, so there is nothing to show yet. It opens by itself when the network returns.'
            : connection.because.sentence}
        </p>
      </PageMessage>
    </main>
  );
}
