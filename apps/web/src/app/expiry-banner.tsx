import type { WorkshopView } from '@reportback/domain';
import { Banner } from '../design/banner.tsx';
import { ButtonLink } from '../design/button.tsx';
import { addresses } from './addresses.ts';
import { daysUntil } from './days-until.ts';
import { dayInWords } from './local-time.ts';
import { useThisMinute } from './use-now.ts';

/** From so many days before, every page of the organizers says when the workshop goes. */
const saidBefore = 30;

/** Says that a workshop will be deleted by itself, to those who can choose another day. */
export function ExpiryBanner({ view: { workshop, expires } }: { readonly view: WorkshopView }) {
  const now = useThisMinute();
  if (expires === null || daysUntil(expires, now) > saidBefore) return null;
  return (
    <Banner
      about="Expiry"
      tone="wait"
      action={
        <ButtonLink size="small" href={addresses.settings(workshop.id)}>
          Choose another day
        </ButtonLink>
      }
    >
      This workshop is deleted on <b>{dayInWords(expires)}</b>, with all notes, cards and names.
      Download the record before.
    </Banner>
  );
}
