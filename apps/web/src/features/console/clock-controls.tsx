import type { FeedClock } from '@reportback/domain';
import type { ReactNode } from 'react';
import { localTime } from '../../app/local-time.ts';
import type { SessionDesk } from '../../app/session-desk.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { phaseNames } from '../../design/phase-bar.tsx';
import styles from './clock-controls.module.css';

const minute = 60_000;
const minuteSteps = [1, 5] as const;

/** Stretches the session's time, takes it back, holds it, and hands the phases over to the agenda's times or takes them back. */
export function ClockControls({
  clock,
  desk,
  children,
}: {
  readonly clock: FeedClock;
  readonly desk: SessionDesk;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.controls} role="group" aria-label="Time">
      {minuteSteps.map((minutes) => (
        <Button key={minutes} onClick={() => void desk.setClock({ is: 'add', minutes })}>
          +{minutes} min
        </Button>
      ))}
      <Menu
        trigger={<Button>{clock.held ? 'Held' : clock.follows ? 'By agenda' : 'Clock'}</Button>}
      >
        <MenuItem onChoose={() => void desk.setClock({ is: clock.held ? 'release' : 'hold' })}>
          {clock.held ? 'Let the clock run' : 'Hold the clock'}
        </MenuItem>
        <MenuItem
          onChoose={() => void desk.setClock({ is: clock.follows ? 'stop-following' : 'follow' })}
        >
          {clock.follows ? 'Move phases by hand' : 'Let the agenda move the phases'}
        </MenuItem>
        {minuteSteps.map((minutes) => (
          <MenuItem
            key={minutes}
            disabled={clock.added < minutes * minute}
            onChoose={() => void desk.setClock({ is: 'take-back', minutes })}
          >
            Take back {minutes} min
          </MenuItem>
        ))}
      </Menu>
      {children}
    </div>
  );
}

/** For how long it is news that the agenda moved the room, in milliseconds. */
const newsFor = 2 * 60_000;

/** What the agenda's clock has just done, to be taken back; or is about to do, in time to stop it. */
export function Announcement({
  clock,
  desk,
  timeZone,
  now,
}: {
  readonly clock: FeedClock;
  readonly desk: SessionDesk;
  readonly timeZone: string;
  /** Milliseconds since 1970, the server's. */
  readonly now: number;
}) {
  const { announced, moved } = clock;
  if (moved !== null && now - moved.at < newsFor)
    return (
      <Banner
        about="The agenda"
        tone="wait"
        isNews
        action={
          <Button size="small" onClick={() => void desk.undoAgenda(moved)}>
            Undo
          </Button>
        }
      >
        The agenda moved everybody to “{phaseNames[moved.to]}” at{' '}
        {localTime(moved.at, timeZone).time}.
      </Banner>
    );
  if (announced === null) return null;
  const { phase, at } = announced;
  return (
    <Banner
      about="The agenda"
      tone="wait"
      isNews
      action={
        <Button size="small" onClick={() => void desk.setClock({ is: 'hold' })}>
          Hold it
        </Button>
      }
    >
      The agenda moves everybody to “{phaseNames[phase]}” at {localTime(at, timeZone).time}.
    </Banner>
  );
}
