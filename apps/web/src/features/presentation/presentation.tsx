import { permits } from '@reportback/domain';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useDesk } from '../../app/use-desk.ts';
import { Announce } from '../../design/unseen.tsx';
import { BetweenTables } from './between-tables.tsx';
import { GroupOnScreen } from './group-on-screen.tsx';
import { PresentControls } from './present-controls.tsx';
import styles from './presentation.module.css';
import { PresentationFoot } from './presentation-foot.tsx';
import { all, backward, forward } from './presentation-steps.ts';
import { usePresenterKeys } from './use-presenter-keys.ts';

/**
 * The projector's picture of the report-back. What it shows is the server's: a second projector, a reload and
 * another laptop show the same; who may lead steers it from here by keys, or from the console.
 */
export function Presentation({
  live,
  aspect,
}: {
  readonly live: LiveSession;
  readonly aspect: number;
}) {
  const { view, session, board, feed } = live;
  const { plenary, give, desk, problem } = useDesk(live);
  const [, navigate] = useLocation();
  const screen = useRef<HTMLDivElement>(null);
  const maySteer = permits[view.me.role].facilitate && board.session.phase !== 'frozen';
  const { presentation } = plenary;
  const card = board.cards.find(({ group }) => group === presentation.spotlight?.group);

  const steer = (commands: ReturnType<typeof forward>) => {
    if (maySteer) for (const command of commands) give(command);
  };
  const leave = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else navigate(addresses.board(view.workshop.id, session.id));
  };
  const keys = {
    on: () => steer(forward(presentation, board.cards)),
    back: () => steer(backward(presentation, board.cards)),
    home: () =>
      steer(
        presentation.spotlight
          ? [{ is: 'show-points', group: presentation.spotlight.group, shown: 0 }]
          : [],
      ),
    all: () => steer(all(presentation, board.cards)),
    leave,
  };
  usePresenterKeys(keys);
  return (
    <div ref={screen} className={styles.screen} data-theme="projector">
      <main className={styles.main}>
        {card && presentation.spotlight ? (
          <GroupOnScreen
            key={card.group}
            live={live}
            plenary={plenary}
            card={card}
            spotlight={presentation.spotlight}
          />
        ) : (
          <BetweenTables live={live} plenary={plenary} />
        )}
        <PresentationFoot
          live={live}
          plenary={plenary}
          aspect={aspect}
          trouble={problem ?? (feed.is === 'offline' ? 'No connection: this may be old' : null)}
        />
        <PresentControls
          keys={maySteer ? keys : null}
          onUndo={() => void desk.undo('presentation')}
          onLeave={leave}
        />
      </main>
      <Announce>
        {card ? `Table ${card.number}${card.name === '' ? '' : `, ${card.name}`}` : ''}
      </Announce>
    </div>
  );
}
