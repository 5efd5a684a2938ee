import type { Phase } from '@reportback/domain';
import { agendaWords } from '../../app/agenda-words.ts';
import { localTime } from '../../app/local-time.ts';
import { useShownMessage } from '../../app/shown-message.ts';
import { timeLeft } from '../../app/time-left.ts';
import { howManyHeard } from '../../app/turn.ts';
import { useNow } from '../../app/use-now.ts';
import { classes } from '../../design/classes.ts';
import { phaseNames } from '../../design/phase-bar.tsx';
import { Unseen } from '../../design/unseen.tsx';
import type { BoardView } from './board-view.ts';
import type { useWallPages } from './use-wall-pages.ts';
import styles from './wall-band.module.css';
import { WallJoin } from './wall-join.tsx';
import { onPage, type WallLayout } from './wall-layout.ts';

/** A message of so many characters stands in two lines of larger type. */
const shortMessage = 70;

/** A message of more characters needs the place of the time, so that the tables below keep theirs. */
const longMessage = 110;

type Pages = ReturnType<typeof useWallPages>;

/**
 * The wall's upper edge: what is being worked on, how far it is, the time, and the way in. For a minute, in place of
 * the first two, what the room is told by who leads.
 * @param pages null while the tables are not on the wall; the way in then stands there, large
 */
export function WallBand({
  view,
  feed,
  board,
  layout,
  pages,
}: Omit<BoardView, 'session'> & { readonly layout: WallLayout; readonly pages: Pages | null }) {
  const message = useShownMessage(board.session.messages, null, feed.serverAhead);
  const hasMore = board.session.clock.announced !== null || feed.is === 'offline';
  const isShort = message !== null && message.text.length <= shortMessage;
  const isLong = message !== null && (hasMore || message.text.length > longMessage);
  return (
    <header className={classes(styles.band, isLong && styles.long)}>
      <div className={styles.what}>
        {message === null ? (
          <h1 className={styles.title} data-fit="title">
            {board.session.title}
          </h1>
        ) : (
          <h1>
            <Unseen>{board.session.title}</Unseen>
          </h1>
        )}
        <output className={classes(styles.told, isShort && styles.short)}>{message?.text}</output>
        <div className={classes(styles.sub, message !== null && !hasMore && styles.away)}>
          {feed.is === 'offline' ? (
            <span className={styles.offline}>No connection: this may be old</span>
          ) : (
            <Standing view={view} board={board} layout={layout} pages={pages} />
          )}
          {layout.pages > 1 && pages !== null && (
            <PageNumbers board={board} layout={layout} pages={pages} />
          )}
        </div>
      </div>
      {!isLong && <Time view={view} feed={feed} board={board} />}
      {pages !== null && <WallJoin workshop={view.workshop} />}
    </header>
  );
}

/** How far the room is; for a minute, what the agenda begins next, of which its reader is told once. */
function Standing({
  view,
  board,
  layout,
  pages,
}: Pick<BoardView, 'view' | 'board'> & {
  readonly layout: WallLayout;
  readonly pages: Pages | null;
}) {
  const { announced } = board.session.clock;
  return (
    <>
      <output className={styles.soon}>
        {announced !== null && agendaWords(announced, view.workshop.timeZone)}
      </output>
      {announced === null && <span>{progress(board, layout, pages)}</span>}
    </>
  );
}

/** “Distil: 3 of 8 ready”, or which tables these are where they do not all stand on one page. */
function progress(
  { cards, session, plenary }: BoardView['board'],
  layout: WallLayout,
  pages: Pages | null,
): string {
  const example = session.disclaimer === null ? '' : 'Example. ';
  if (layout.pages > 1 && pages !== null) {
    const shown = onPage(cards, pages.page, layout.perPage);
    return `${example}Tables ${shown.at(0)?.number} to ${shown.at(-1)?.number} of ${cards.length}`;
  }
  const heard = howManyHeard(plenary.plenary.presentation, session.phase, cards.length);
  if (heard !== null) return `${example}${phaseNames[session.phase]}: ${heard}`;
  const ready = cards.filter((card) => card.state === 'ready').length;
  return `${example}${phaseNames[session.phase]}: ${ready} of ${cards.length} ready`;
}

const beginnings: Readonly<Record<Phase, string>> = {
  gathering: 'gathering',
  discuss: 'starts',
  distil: 'distil',
  'report-back': 'report-back',
  amend: 'until',
  frozen: 'freezes',
};

function Time({ view, feed, board }: Pick<BoardView, 'view' | 'feed' | 'board'>) {
  const now = useNow(feed.serverAhead);
  const { timeZone } = view.workshop;
  const next = timeLeft(board.session.clock, now, timeZone);
  return (
    <div className={styles.time}>
      <p className={styles.now}>{localTime(now, timeZone).time}</p>
      {next !== null && next.time !== null && (
        <p className={styles.sub}>
          {beginnings[next.phase]} {next.time}
        </p>
      )}
    </div>
  );
}

/** The pages; one elsewhere on which something changed is marked. */
function PageNumbers({
  board,
  layout,
  pages,
}: {
  readonly board: BoardView['board'];
  readonly layout: WallLayout;
  readonly pages: Pages;
}) {
  return (
    <nav className={styles.pages} aria-label="Pages of tables">
      {Array.from({ length: layout.pages }, (_, page) => {
        const changes = onPage(board.cards, page, layout.perPage).reduce(
          (sum, card) => sum + (board.changes.get(card.group) ?? 0),
          0,
        );
        return (
          <button
            key={page + 1}
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
    </nav>
  );
}
