import { type Plenary, unreachable } from '@reportback/domain';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useShownMessage } from '../../app/shown-message.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { NearControls } from '../../design/near-controls.tsx';
import { useWallLayout } from '../board/use-wall-layout.ts';
import { useWallPages } from '../board/use-wall-pages.ts';
import wall from '../board/wall.module.css';
import band from '../board/wall-band.module.css';
import { WallJoin } from '../board/wall-join.tsx';
import { onPage } from '../board/wall-layout.ts';
import { sortPoints } from './sorting.ts';
import styles from './wall-finding.module.css';
import { WallFinding } from './wall-finding.tsx';

/** Narrower screens (16:10, 4:3) have room for fewer chips beside the votes. */
const narrow = 1.7;

/** The findings for the whole room: their names, tables and votes, legible from the back row, while others sort and vote. */
export function WallFindings({
  live: { view, session, feed, board },
  aspect,
  onLeave,
}: {
  readonly live: LiveSession;
  readonly aspect: number;
  readonly onLeave: () => void;
}) {
  const { plenary, votes, voters } = board.plenary;
  const { findings, unsorted } = sortPoints(plenary, board.cards);
  const message = useShownMessage(board.session.messages, null, feed.serverAhead);
  const { layout, wall: around } = useWallLayout(
    findings.map(({ finding }) => finding.name),
    aspect,
  );
  const pages = useWallPages(layout.pages);
  const first = pages.page * layout.perPage;
  const shown = onPage(findings, pages.page, layout.perPage);
  const left = `${unsorted.length} ${unsorted.length === 1 ? 'point' : 'points'} unsorted`;
  const standing = [
    board.session.disclaimer === null ? '' : 'Example.',
    layout.pages > 1
      ? `Findings ${first + 1} to ${first + shown.length} of ${findings.length}, ${left}.`
      : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}, ${left}.`,
    voteWords(plenary.vote, voters),
  ];
  return (
    <div className={wall.wall} data-theme="projector">
      <main ref={around} className={wall.main}>
        <header className={band.band}>
          <div className={band.what}>
            <h1 className={band.title} data-fit="title">
              {message?.text ?? board.session.title}
            </h1>
            <p className={band.sub}>
              {feed.is === 'offline' ? (
                <span className={band.offline}>No connection: this may be old</span>
              ) : (
                standing.filter((words) => words !== '').join(' ')
              )}
            </p>
          </div>
          <WallJoin workshop={view.workshop} />
        </header>
        {findings.length === 0 ? (
          <p className={styles.none}>Nothing has been sorted into findings yet.</p>
        ) : (
          <ol
            className={classes(wall.cells, wall[`rows${layout.rows}`])}
            start={first + 1}
            data-fit="cells"
          >
            {shown.map((one, index) => (
              <WallFinding
                key={one.finding.id}
                sorted={one}
                place={first + index + 1}
                density={layout.density}
                mostChips={aspect < narrow ? 5 : 8}
                votes={
                  votes && (votes.find(({ finding }) => finding === one.finding.id)?.votes ?? 0)
                }
              />
            ))}
          </ol>
        )}
        <NearControls label="The wall">
          {layout.pages > 1 && (
            <>
              <Button onClick={() => pages.turn(-1)}>Earlier findings</Button>
              <Button onClick={() => pages.turn(1)}>Later findings</Button>
              <Button aria-pressed={pages.isHeld} onClick={() => pages.hold(!pages.isHeld)}>
                {pages.isHeld ? 'Let the pages turn' : 'Hold this page'}
              </Button>
            </>
          )}
          <ButtonLink href={`${addresses.board(view.workshop.id, session.id)}?on=wall`}>
            Show the board
          </ButtonLink>
          <Button onClick={onLeave}>Leave the wall</Button>
        </NearControls>
      </main>
    </div>
  );
}

function voteWords(vote: Plenary['vote'], voters: number): string {
  switch (vote.is) {
    case 'not-yet':
      return '';
    case 'open':
      return `${vote.perSeat === 1 ? '1 vote' : `${vote.perSeat} votes`} each, ${voters} voted.`;
    case 'closed':
      return `Vote closed, ${voters} voted.`;
    default:
      return unreachable(vote);
  }
}
