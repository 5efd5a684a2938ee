import type { SeatCodeView, WorkshopId, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { entrance } from '../../app/entrance.ts';
import { Failure } from '../../app/failure.tsx';
import { shownCode } from '../../app/join-code.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { useNow } from '../../app/use-now.ts';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Loading, PageMessage } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { QrCode } from '../../design/qr-code.tsx';
import styles from './other-device.module.css';

/** `/w/:workshop/device`: shows the code with which another device takes the visitor's seat. */
export default function SeatCodePage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) => (view.me.seat === null ? <NoSeat view={view} /> : <OtherDevice view={view} />)}
    </WorkshopPage>
  );
}

function NoSeat({ view }: { readonly view: WorkshopView }) {
  return (
    <main>
      <PageMessage
        title="You have no seat yet."
        actions={
          <ButtonLink kind="primary" href={addresses.join(view.workshop.id)}>
            Take a seat
          </ButtonLink>
        }
      >
        <p>Say your name and choose a table; then another device can come in as you.</p>
      </PageMessage>
    </main>
  );
}

function OtherDevice({ view }: { readonly view: WorkshopView }) {
  const [code] = useState(() => new Resource(() => api.seatCode(view.workshop.id)));
  const made = useReadable(code);
  if (made.is === 'loading') return <Loading>Making a code…</Loading>;
  if (made.is !== 'answer')
    return (
      <main>
        <Failure of={made} onRetry={code.refresh} />
      </main>
    );
  return <Code view={view} made={made.value} onRenew={() => void code.refresh()} />;
}

function Code({
  view,
  made,
  onRenew,
}: {
  readonly view: WorkshopView;
  readonly made: SeatCodeView;
  readonly onRenew: () => void;
}) {
  const now = useNow();
  const minutes = Math.round((made.expires - now) / 60_000);
  const { host, origin } = window.location;
  const seat = view.me.seat?.name ?? '';
  return (
    <main className={styles.page}>
      <PageTitle>Write on another device too</PageTitle>
      <p className={styles.lead}>
        Scan this with it, or open <b>{host}</b> there and type the code. It comes in as {seat}, at
        the same table.
      </p>
      {minutes > 0 ? (
        <>
          <div className={styles.way}>
            <QrCode
              className={styles.qr}
              address={`${origin}${addresses.code(made.code)}`}
              label={`QR code for another device, code ${shownCode(made.code)}`}
            />
            <p className={styles.code}>{shownCode(made.code)}</p>
          </div>
          <p className={styles.facts}>
            For one device, for {minutes === 1 ? 'one more minute' : `${minutes} more minutes`}. Who
            has the code writes as you, so show it to nobody else.
          </p>
        </>
      ) : (
        <p className={styles.facts} role="status">
          The code’s ten minutes are over. It leads nowhere any more.
        </p>
      )}
      <div className={styles.actions}>
        <ButtonLink kind="primary" href={entrance(view, now)}>
          Back
        </ButtonLink>
        <Button onClick={onRenew}>Show a new code</Button>
      </div>
    </main>
  );
}
