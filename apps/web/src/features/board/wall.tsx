import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { turnOf } from '../../app/turn.ts';
import { classes } from '../../design/classes.ts';
import type { BoardView } from './board-view.ts';
import { useWallFit } from './use-wall-fit.ts';
import { useWallPages } from './use-wall-pages.ts';
import styles from './wall.module.css';
import { WallBand } from './wall-band.tsx';
import { WallCell } from './wall-cell.tsx';
import { WallControls } from './wall-controls.tsx';
import { onPage, wallLayout } from './wall-layout.ts';
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
  const letters = board.cards.reduce((sum, { headline }) => sum + headline.length, 0);
  // So many letters were too many for a wall of this shape, and are until some are taken away.
  const [tooMany, setTooMany] = useState({ letters: Number.POSITIVE_INFINITY, aspect });
  const isCrowded = tooMany.aspect === aspect && letters >= tooMany.letters;
  const layout = wallLayout(board.cards.length, aspect, isCrowded);
  const pages = useWallPages(layout.pages);
  const wall = useWallFit(layout, () => setTooMany({ letters, aspect }));
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
          onLeave={onLeave}
        />
      </main>
    </div>
  );
}
