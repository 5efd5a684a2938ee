import type { GroupId } from '@reportback/domain';
import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { stateWord } from '../../app/card-words.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { Button } from '../../design/button.tsx';
import { TableName } from '../../design/chip.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { inSpeakingOrder } from '../presentation/presentation-steps.ts';
import { byLot, byReadiness } from './orders.ts';
import styles from './speaking-order.module.css';

/** Who speaks when: by number, by readiness, by lot or by hand; any table can be put on the screen at once. */
export function SpeakingOrder({
  live,
  hand,
}: {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
}) {
  const { cards } = live.board;
  const { plenary, give } = hand;
  const { presentation } = plenary;
  const order = inSpeakingOrder(presentation, cards);
  const set = (groups: readonly GroupId[], said: string) =>
    give({ is: 'set-order', order: groups }, said);
  const move = (place: number, by: 1 | -1) => {
    const groups = order.map(({ group }) => group);
    const [moved] = groups.splice(place, 1);
    if (moved === undefined) return;
    groups.splice(place + by, 0, moved);
    set(groups, `Now speaks in place ${place + by + 1}.`);
  };
  return (
    <details className={styles.order}>
      <summary className={styles.summary}>Order of the tables</summary>
      <Menu trigger={<Button size="small">Put in order</Button>}>
        <MenuItem onChoose={() => set([], 'By table.')}>By table number</MenuItem>
        <MenuItem onChoose={() => set(byReadiness(order), 'By readiness.')}>Ready first</MenuItem>
        <MenuItem onChoose={() => set(byLot(order, Math.random), 'By lot.')}>By lot</MenuItem>
      </Menu>
      <ol>
        {order.map((card, place) => {
          const isHeard = presentation.heard.includes(card.group);
          const isUp = presentation.spotlight?.group === card.group;
          const label = `Table ${card.number}`;
          return (
            <li key={card.group} className={styles.turn}>
              <TableName number={card.number} name={card.name} className={styles.name} />
              <span className={styles.state}>
                {isUp ? 'On the screen' : isHeard ? 'Heard' : stateWord(card)}
              </span>
              <span className={styles.buttons}>
                <button
                  type="button"
                  className={styles.icon}
                  disabled={place === 0}
                  aria-label={`${label} earlier`}
                  onClick={() => move(place, -1)}
                >
                  <ArrowUp size={20} strokeWidth={1.5} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={styles.icon}
                  disabled={place === order.length - 1}
                  aria-label={`${label} later`}
                  onClick={() => move(place, 1)}
                >
                  <ArrowDown size={20} strokeWidth={1.5} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={styles.icon}
                  aria-pressed={isHeard}
                  aria-label={`${label} was heard`}
                  disabled={isUp}
                  onClick={() => give({ is: 'set-heard', group: card.group, heard: !isHeard })}
                >
                  <Check
                    size={20}
                    strokeWidth={isHeard ? 3 : 1}
                    opacity={isHeard ? 1 : 0.4}
                    aria-hidden="true"
                  />
                </button>
                <Button
                  size="small"
                  disabled={isUp}
                  aria-label={`Show ${label} now`}
                  onClick={() => give({ is: 'present', group: card.group })}
                >
                  Show
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
