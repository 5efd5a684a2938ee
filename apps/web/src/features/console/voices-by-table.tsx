import type { BoardCard } from '@reportback/domain';
import { useState } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import { countVoices, voiceWords } from '../../app/spoken-points.ts';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { TableName } from '../../design/chip.tsx';
import { GatheredVoices } from './gathered-voices.tsx';
import styles from './voices-by-table.module.css';

/** How far each card has gone round the room, and what the room said to it: to open table by table. */
export function VoicesByTable({
  live,
  hand,
  cards,
}: {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
  readonly cards: readonly BoardCard[];
}) {
  return cards.map((card) => (
    <VoicesOfTable key={card.group} live={live} hand={hand} card={card} />
  ));
}

function VoicesOfTable({
  live,
  hand,
  card,
}: {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
  readonly card: BoardCard;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const { plenary } = live.board;
  const seen = plenary.coverage.find(({ group }) => group === card.group);
  const said = voiceWords(
    countVoices(
      plenary,
      card.points.map(({ id }) => id),
    ),
  );
  const looked = `${seen?.visitors ?? 0} looked, ${seen?.speakers ?? 0} said something`;
  return (
    <details
      className={styles.table}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.row}>
          <TableName number={card.number} name={card.name} />
          <span className={styles.counts}>
            {plenary.plenary.presentation.mode === 'gallery'
              ? seen === undefined
                ? 'nobody yet'
                : looked
              : said === ''
                ? 'nothing yet'
                : said}
          </span>
        </span>
      </summary>
      {isOpen && <GatheredVoices live={live} hand={hand} card={card} />}
    </details>
  );
}
