import { type GroupId, parseGroupId } from '@reportback/domain';
import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { stateWord } from '../../app/card-words.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useReadable } from '../../app/resource.ts';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { Button } from '../../design/button.tsx';
import { TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { RowDragging } from '../../design/row-drag.ts';
import { inSpeakingOrder } from '../presentation/presentation-steps.ts';
import { behindTheHeard, byLot, byReadiness } from './orders.ts';
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
  const groups = order.map(({ group }) => group);
  const set = (wanted: readonly GroupId[], said: string) =>
    give({ is: 'set-order', order: behindTheHeard(wanted, presentation) }, said);
  /** Moves a table before another one, or behind all for null. */
  const move = (group: GroupId, before: GroupId | null) => {
    const others = groups.filter((each) => each !== group);
    const place = before === null ? others.length : others.indexOf(before);
    const wanted = behindTheHeard(others.toSpliced(place, 0, group), presentation);
    set(wanted, `Now in place ${wanted.indexOf(group) + 1} of ${wanted.length}.`);
  };
  const shift = (place: number, by: 1 | -1) => {
    const group = groups[place];
    if (group === undefined || groups[place + by] === undefined) return;
    move(group, groups[by === 1 ? place + 2 : place - 1] ?? null);
  };
  const list = useRef<HTMLOListElement>(null);
  const [dragging] = useState(() => new RowDragging(parseGroupId));
  useLayoutEffect(() => dragging.onDrop(move));
  const drag = useReadable(dragging.drag);
  return (
    <details className={styles.order}>
      <summary className={styles.summary}>Order of the tables</summary>
      <Menu trigger={<Button size="small">Put in order</Button>}>
        <MenuItem onChoose={() => give({ is: 'set-order', order: [] }, 'By table.')}>
          By table number
        </MenuItem>
        <MenuItem onChoose={() => set(byReadiness(order), 'By readiness.')}>Ready first</MenuItem>
        <MenuItem onChoose={() => set(byLot(order, Math.random), 'By lot.')}>By lot</MenuItem>
      </Menu>
      <ol ref={list} className={styles.turns}>
        {order.map((card, place) => {
          const isHeard = presentation.heard.includes(card.group);
          const isUp = presentation.spotlight?.group === card.group;
          const label = `Table ${card.number}`;
          const isMoved = drag?.row === card.group;
          const offset = isMoved ? drag.offset : (drag?.room.get(card.group) ?? 0);
          return (
            <li
              key={card.group}
              data-row={card.group}
              className={classes(
                styles.turn,
                isMoved && styles.moved,
                drag !== null && !isMoved && styles.making,
              )}
              style={offset === 0 ? undefined : { translate: `0 ${offset}px` }}
            >
              <button
                type="button"
                className={styles.place}
                aria-label={`${label}, place ${place + 1}: drag it, or move it with the arrow keys`}
                title="Drag to move"
                onPointerDown={(pressed) => {
                  if (list.current) dragging.press(pressed, card.group, list.current);
                }}
                onKeyDown={(pressed) => {
                  if (pressed.key !== 'ArrowUp' && pressed.key !== 'ArrowDown') return;
                  pressed.preventDefault();
                  shift(place, pressed.key === 'ArrowUp' ? -1 : 1);
                }}
              >
                {place + 1}
              </button>
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
                  onClick={() => shift(place, -1)}
                >
                  <ArrowUp size={20} strokeWidth={1.5} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={styles.icon}
                  disabled={place === order.length - 1}
                  aria-label={`${label} later`}
                  onClick={() => shift(place, 1)}
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
