import { addresses } from '../../app/addresses.ts';
import { turnOf } from '../../app/turn.ts';
import { classes } from '../../design/classes.ts';
import type { BoardView } from './board-view.ts';
import { useWallLayout } from './use-wall-layout.ts';
import { useWallPages } from './use-wall-pages.ts';
import styles from './wall.module.css';
import { WallBand } from './wall-band.tsx';
import { WallCell } from './wall-cell.tsx';
import { WallControls } from './wall-controls.tsx';
import { onPage } from './wall-layout.ts';
import { WallWelcome } from './wall-welcome.tsx';

/**
 * The board for the whole room: headline and state of every table, legible from the back row, no control in
 * sight. A table keeps its place whatever is written.
 */
export function Wall({
  view,
  feed,
  board,
  aspect,
  onLeave,
}: Omit<BoardView, 'session'> & { readonly aspect: number; readonly onLeave: () => void }) {
  const { layout, wall } = useWallLayout(
    board.cards.map(({ headline }) => headline),
    aspect,
  );
  const pages = useWallPages(layout.pages);
  const isQuiet = board.cards.every((card) => card.state === 'empty');
  return (
    <div className={styles.wall} data-theme="projector">
      <main ref={wall} className={styles.main}>
        <WallBand
          view={view}
          feed={feed}
          board={board}
          layout={layout}
          pages={isQuiet ? null : pages}
        />
        {isQuiet ? (
          <WallWelcome view={view} cards={board.cards} />
        ) : (
          <ol className={classes(styles.cells, styles[`rows${layout.rows}`])} data-fit="cells">
            {onPage(board.cards, pages.page, layout.perPage).map((card) => (
              <WallCell
                key={card.group}
                card={card}
                density={layout.density}
                changes={board.changes.get(card.group)}
                turn={turnOf(board.plenary.plenary.presentation, card.group)}
              />
            ))}
          </ol>
        )}
        <WallControls
          pages={layout.pages > 1 && !isQuiet ? pages : null}
          presentation={addresses.present(view.workshop.id, board.session.id)}
          findings={`${addresses.findings(view.workshop.id, board.session.id)}?on=wall`}
          onLeave={onLeave}
        />
      </main>
    </div>
  );
}
