import { parseGroupId, parseSessionId, parseWorkshopId } from '@reportback/domain';
import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Loading } from '../design/page-message.tsx';
import { ErrorBoundary, NotFound } from './error-boundary.tsx';

// One chunk a page: the board and the join page must never wait for the editor.
const StartPage = lazy(() => import('../features/start/start-page.tsx'));
const EnterPage = lazy(() => import('../features/join/enter-page.tsx'));
const JoinPage = lazy(() => import('../features/join/join-page.tsx'));
const CodePage = lazy(() => import('../features/join/code-page.tsx'));
const OtherDevicePage = lazy(() => import('../features/join/other-device-page.tsx'));
const SeatCodePage = lazy(() => import('../features/join/seat-code-page.tsx'));
const NewWorkshopPage = lazy(() => import('../features/new-workshop/new-workshop-page.tsx'));
const ConsolePage = lazy(() => import('../features/console/console-page.tsx'));
const SharePage = lazy(() => import('../features/share/share-page.tsx'));
const SettingsPage = lazy(() => import('../features/settings/settings-page.tsx'));
const PeoplePage = lazy(() => import('../features/people/people-page.tsx'));
const TentsPage = lazy(() => import('../features/tents/tents-page.tsx'));
const RecordPage = lazy(() => import('../features/record/record-page.tsx'));
const BoardPage = lazy(() => import('../features/board/board-page.tsx'));
const PresentPage = lazy(() => import('../features/presentation/present-page.tsx'));
const PlenaryPage = lazy(() => import('../features/plenary-phone/plenary-page.tsx'));
const FindingsPage = lazy(() => import('../features/findings/findings-page.tsx'));
const PlenaryNotePage = lazy(() => import('../features/plenary-note/plenary-note-page.tsx'));
const TablePage = lazy(() => import('../features/group/table-page.tsx'));
const HistoryPage = lazy(() => import('../features/history/history-page.tsx'));
const DesignPage = lazy(() => import('../design/design-page.tsx'));

/** The pages and their addresses. An id in an address is parsed here; a page never sees another text. */
export function App() {
  const [address] = useLocation();
  return (
    <ErrorBoundary address={address}>
      <title>Reportback</title>
      <Suspense fallback={<Loading>Opening the page…</Loading>}>
        <Switch>
          <Route path="/">
            <StartPage />
          </Route>
          <Route path="/enter">
            <EnterPage />
          </Route>
          <Route path="/join">
            <JoinPage />
          </Route>
          <Route path="/join/:code">{({ code }) => <CodePage code={code} />}</Route>
          <Route path="/device">
            <OtherDevicePage />
          </Route>
          <Route path="/w/:workshop/device">
            {({ workshop }) => <SeatCodePage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/new">
            <NewWorkshopPage />
          </Route>
          <Route path="/w/:workshop">
            {({ workshop }) => <ConsolePage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/w/:workshop/share">
            {({ workshop }) => <SharePage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/w/:workshop/settings">
            {({ workshop }) => <SettingsPage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/w/:workshop/people">
            {({ workshop }) => <PeoplePage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/w/:workshop/tents">
            {({ workshop }) => <TentsPage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/w/:workshop/record">
            {({ workshop }) => <RecordPage workshop={parseWorkshopId(workshop)} />}
          </Route>
          <Route path="/w/:workshop/s/:session/board">
            {({ workshop, session }) => (
              <BoardPage workshop={parseWorkshopId(workshop)} session={parseSessionId(session)} />
            )}
          </Route>
          <Route path="/w/:workshop/s/:session/present">
            {({ workshop, session }) => (
              <PresentPage workshop={parseWorkshopId(workshop)} session={parseSessionId(session)} />
            )}
          </Route>
          <Route path="/w/:workshop/s/:session/plenary">
            {({ workshop, session }) => (
              <PlenaryPage workshop={parseWorkshopId(workshop)} session={parseSessionId(session)} />
            )}
          </Route>
          <Route path="/w/:workshop/s/:session/findings">
            {({ workshop, session }) => (
              <FindingsPage
                workshop={parseWorkshopId(workshop)}
                session={parseSessionId(session)}
              />
            )}
          </Route>
          <Route path="/w/:workshop/s/:session/note">
            {({ workshop, session }) => (
              <PlenaryNotePage
                workshop={parseWorkshopId(workshop)}
                session={parseSessionId(session)}
              />
            )}
          </Route>
          <Route path="/w/:workshop/s/:session/g/:group">
            {({ workshop, session, group }) => (
              <TablePage
                workshop={parseWorkshopId(workshop)}
                session={parseSessionId(session)}
                group={parseGroupId(group)}
              />
            )}
          </Route>
          <Route path="/w/:workshop/s/:session/g/:group/history">
            {({ workshop, session, group }) => (
              <HistoryPage
                workshop={parseWorkshopId(workshop)}
                session={parseSessionId(session)}
                group={parseGroupId(group)}
              />
            )}
          </Route>
          <Route path="/design">
            <DesignPage />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
