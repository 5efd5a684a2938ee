import type { Phase } from '@reportback/domain';
import { shownCode } from '../../app/join-code.ts';
import { localTime } from '../../app/local-time.ts';
import { nextMoment } from '../../app/next-moment.ts';
import { useNow } from '../../app/use-now.ts';
import { classes } from '../../design/classes.ts';
import { phaseNames } from '../../design/phase-bar.tsx';
import { QrCode } from '../../design/qr-code.tsx';
import type { useWallPages } from './use-wall-pages.ts';
import type { BoardView } from './wall.tsx';
import styles from './wall-band.module.css';
import type { WallLayout } from './wall-layout.ts';

type Pages = ReturnType<typeof useWallPages>;

/** The wall's upper edge: what is being worked on, how far it is, the time, and the way in. */
export function WallBand({
  view,
  session,
  feed,
  board,
  layout,
  pages,
}: BoardView & { readonly layout: WallLayout; readonly pages: Pages }) {
  const code = view.workshop.joinCode;
  return (
    <header className={styles.band}>
      <div className={styles.what}>
        <h1 className={styles.title}>{board.session.title}</h1>
        <p className={styles.sub}>
          {feed.is === 'offline' ? (
            <span className={styles.offline}>No connection: this may be old</span>
          ) : (
            progress(board.session.phase, board)
          )}
          {layout.pages > 1 && <PageNumbers board={board} layout={layout} pages={pages} />}
        </p>
      </div>
      <Time view={view} session={session} feed={feed} board={board} />
      {code !== null && (
        <div className={styles.join}>
          <div>
            <p className={styles.code}>{shownCode(code)}</p>
            <p className={styles.sub}>{window.location.host}</p>
          </div>
          <QrCode
            className={styles.qr}
            border={0}
            address={`${window.location.origin}/join/${code}`}
            label={`QR code of the address to join, code ${shownCode(code)}`}
          />
        </div>
      )}
    </header>
  );
}

function progress(phase: Phase, { cards, session }: BoardView['board']): string {
  const ready = cards.filter((card) => card.state === 'ready').length;
  const example = session.disclaimer === null ? '' : 'Invented example. ';
  return `${example}${phaseNames[phase]}: ${ready} of ${cards.length} ready`;
}

const momentWords = { start: 'starts', 'report-back': 'report-back', end: 'until' } as const;

function Time({ view, session, feed, board }: BoardView) {
  const now = useNow(feed.serverAhead);
  const { timeZone } = view.workshop;
  const next = nextMoment(session, board.session.phase, now, timeZone);
  return (
    <div className={styles.time}>
      <p className={styles.now}>{localTime(now, timeZone).time}</p>
      {next !== null && (
        <p className={styles.sub}>
          {momentWords[next.is]} {next.time}
        </p>
      )}
    </div>
  );
}

/** Which tables are on the wall, and the pages; a page elsewhere on which something changed is marked. */
function PageNumbers({
  board,
  layout,
  pages,
}: {
  readonly board: BoardView['board'];
  readonly layout: WallLayout;
  readonly pages: Pages;
}) {
  const changesOn = (page: number) =>
    board.cards
      .slice(page * layout.perPage, (page + 1) * layout.perPage)
      .reduce((sum, card) => sum + (board.changes.get(card.group) ?? 0), 0);
  return (
    <span className={styles.pages} role="group" aria-label="Pages of tables">
      {Array.from({ length: layout.pages }, (_, page) => {
        const changes = changesOn(page);
        return (
          <button
            key={page}
            type="button"
            className={classes(styles.page, page === pages.page && styles.here)}
            aria-current={page === pages.page ? 'page' : undefined}
            onClick={() => pages.show(page)}
          >
            {page + 1}
            {changes > 0 && page !== pages.page && (
              <span key={changes} className={styles.changed} aria-hidden="true" />
            )}
          </button>
        );
      })}
    </span>
  );
}
