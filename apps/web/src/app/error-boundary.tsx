import { NotAnId } from '@reportback/domain';
import { Component, type ReactNode } from 'react';
import { Button, ButtonLink } from '../design/button.tsx';
import { PageMessage } from '../design/page-message.tsx';
import { addresses } from './addresses.ts';

/**
 * Shows a designed page where one threw: an address that is none of ours, a part of the app that could not
 * be fetched, or a mistake in the page. It begins anew when the address changes.
 */
export class ErrorBoundary extends Component<
  { readonly address: string; readonly children: ReactNode },
  { readonly error: unknown; readonly address: string }
> {
  override state = { error: null, address: this.props.address };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(
    props: { readonly address: string },
    state: { readonly address: string },
  ) {
    return props.address === state.address ? null : { error: null, address: props.address };
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <ErrorPage error={error} />;
  }
}

/** What a browser throws when a chunk cannot be fetched; each names it in its own words. */
const notFetched = /dynamically imported module|importing a module script|module script failed/i;

function ErrorPage({ error }: { readonly error: unknown }) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotAnId) return <NotFound reason={message} />;
  const reload = (
    <Button kind="primary" onClick={() => window.location.reload()}>
      Load it again
    </Button>
  );
  return (
    <main>
      {notFetched.test(message) ? (
        <PageMessage title="This page could not be fetched." actions={reload}>
          <p>This device may be offline, or the app was renewed on the server in the meantime.</p>
        </PageMessage>
      ) : (
        <PageMessage
          title="This page broke."
          actions={reload}
          detail={`If it happens again, show the organizer this: ${message}`}
        >
          <p>Text that was typed is on this device, and on the server where the lamp said so.</p>
        </PageMessage>
      )}
    </main>
  );
}

/** An address that leads nowhere. */
export function NotFound({ reason }: { readonly reason?: string }) {
  return (
    <main>
      <PageMessage
        title="There is nothing here."
        actions={
          <ButtonLink kind="primary" href={addresses.start}>
            Enter a code
          </ButtonLink>
        }
      >
        <p>{reason ?? 'Look at the address again, or ask the organizers for a fresh link.'}</p>
      </PageMessage>
    </main>
  );
}
