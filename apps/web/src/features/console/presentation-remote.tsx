import type { BoardCard } from '@reportback/domain';
import { useRef } from 'react';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { useNow } from '../../app/use-now.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { TableName } from '../../design/chip.tsx';
import { clockFace } from '../../design/clock-face.ts';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { Unseen } from '../../design/unseen.tsx';
import {
  all,
  backward,
  forward,
  nextToSpeak,
  stepsOf,
} from '../presentation/presentation-steps.ts';
import { speakingClock } from '../presentation/speaking-clock.ts';
import { FairClockForm } from './fair-clock-form.tsx';
import { GatheredVoices } from './gathered-voices.tsx';
import styles from './presentation-remote.module.css';
import { SpeakingOrder } from './speaking-order.tsx';
import { VoicesByTable } from './voices-by-table.tsx';

/** Steers what every projector and phone shows: from the console's laptop, or from a phone in the hand. */
export function PresentationRemote({
  live,
  hand,
}: {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
}) {
  const { view, session, board } = live;
  const { plenary, give, desk } = hand;
  const { presentation } = plenary;
  const { cards } = board;
  const next = nextToSpeak(presentation, cards);
  const heard = cards.filter(({ group }) => presentation.heard.includes(group));
  const card = cards.find(({ group }) => group === presentation.spotlight?.group);
  const isGallery = presentation.mode === 'gallery';
  const onButton = useRef<HTMLButtonElement>(null);
  const send = (commands: ReturnType<typeof forward>) => {
    for (const command of commands) give(command);
  };
  const shown = presentation.spotlight?.shown ?? 0;
  const isWhole = card === undefined || shown >= stepsOf(card);
  const onWords = !isWhole
    ? shown < card.points.length
      ? `Show point ${shown + 1}`
      : 'Show the ask'
    : next !== null
      ? `${card ? 'Next' : 'Start'}: ${nameOf(next)}`
      : card
        ? 'End the presentation'
        : 'All tables were heard';
  return (
    <section className={styles.remote} aria-label="Presentation">
      <div className={styles.head}>
        <div className={styles.what}>
          <h2 className={styles.title}>Presentation</h2>
          <p className={styles.heard}>
            {isGallery
              ? `${board.plenary.coverage.length} of ${cards.length} visited`
              : `${presentation.heard.length} of ${cards.length} heard`}
          </p>
        </div>
        <ButtonLink size="small" href={addresses.present(view.workshop.id, session.id)}>
          Open on this screen
        </ButtonLink>
        <Menu trigger={<Button size="small">Mode</Button>}>
          <MenuItem onChoose={() => give({ is: 'set-mode', mode: 'speeches' })}>
            {isGallery ? '' : '✓ '}One table after the other
          </MenuItem>
          <MenuItem onChoose={() => give({ is: 'set-mode', mode: 'gallery' })}>
            {isGallery ? '✓ ' : ''}Gallery: walk through cards
          </MenuItem>
        </Menu>
      </div>
      {!isGallery && (
        <>
          <div className={styles.now}>
            {card && presentation.spotlight ? (
              <>
                <TableName number={card.number} name={card.name} className={styles.name} />
                <output className={styles.done}>
                  {presentation.spotlight.done === true && (
                    <>
                      <Unseen>{nameOf(card)}</Unseen> is done
                    </>
                  )}
                </output>
                <span className={styles.clock}>
                  <SpeakingTime
                    spotlight={presentation.spotlight}
                    serverAhead={live.feed.serverAhead}
                  />
                </span>
              </>
            ) : (
              <span className={styles.nobody}>
                No table is on the screen. The projector shows them on Present, not on Board.
              </span>
            )}
          </div>
          <div className={styles.buttons}>
            <Button size="large" onClick={() => send(backward(presentation, cards))}>
              Back
            </Button>
            <Button
              ref={onButton}
              kind="primary"
              size="large"
              className={styles.on}
              disabled={card === undefined && next === null}
              onClick={() => send(forward(presentation, cards))}
            >
              {onWords}
            </Button>
          </div>
          <div className={styles.more}>
            <Button size="small" disabled={isWhole} onClick={() => send(all(presentation, cards))}>
              Whole card
            </Button>
            <Button
              size="small"
              disabled={card === undefined}
              onClick={() => give({ is: 'end-presentation' })}
            >
              Clear the screen
            </Button>
            <Button size="small" onClick={() => void desk.undo('presentation')}>
              Undo
            </Button>
          </div>
          {card && <GatheredVoices live={live} hand={hand} card={card} />}
          <SpeakingOrder live={live} hand={hand} />
          <FairClockForm
            key={JSON.stringify(presentation.clock)}
            clock={presentation.clock}
            onSet={(clock) => give({ is: 'set-fair-clock', clock })}
          />
        </>
      )}
      {isGallery ? (
        <VoicesByTable live={live} hand={hand} cards={cards} />
      ) : (
        heard.length > 0 && (
          <details className={styles.said}>
            <summary className={styles.summary}>What the room said</summary>
            <VoicesByTable live={live} hand={hand} cards={heard} />
          </details>
        )
      )}
    </section>
  );
}

function SpeakingTime({
  spotlight,
  serverAhead,
}: {
  readonly spotlight: Parameters<typeof speakingClock>[0];
  readonly serverAhead: number;
}) {
  const clock = speakingClock(spotlight, useNow(serverAhead));
  if (clock.is === 'open') return `${clockFace(clock.passed).figures} so far`;
  const { figures, is } = clockFace(clock.left);
  const share = clockFace(clock.share).figures;
  return is === 'over' ? `${figures} over ${share}` : `${figures} left of ${share}`;
}

function nameOf({ number, name }: Pick<BoardCard, 'number' | 'name'>): string {
  return name === '' ? `Table ${number}` : name;
}
