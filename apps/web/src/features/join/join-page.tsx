import { parseWorkshopId } from '@reportback/domain';
import { useSearchParams } from 'wouter';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import EnterPage from './enter-page.tsx';
import { SeatForm } from './seat-form.tsx';

/**
 * `/join#<token>` comes in by a link; `/join?workshop=…`, where that leads, asks who one is and where one
 * sits, also later on to change it.
 */
export default function JoinPage() {
  const [search] = useSearchParams();
  const workshop = search.get('workshop');
  if (workshop === null) return <EnterPage />;
  return (
    <WorkshopPage workshop={parseWorkshopId(workshop)}>
      {(view) => <SeatForm view={view} />}
    </WorkshopPage>
  );
}
