import { type BoardCard, tableAt } from '@reportback/domain';
import { useState } from 'react';
import { noHeadline } from '../../app/card-words.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { hasVoice, useVoices } from '../../app/use-voices.ts';
import { TableName } from '../../design/chip.tsx';
import { CardWords } from './card-words.tsx';
import styles from './heard-cards.module.css';

/**
 * What has been said already, each card to open; in a gallery every card. What a table says on its own card
 * can still be answered here after it spoke.
 * @param up the card on the screen, which is not repeated
 */
export function HeardCards({
  live,
  up,
}: {
  readonly live: LiveSession;
  readonly up: BoardCard | null;
}) {
  const { view, board } = live;
  const { presentation } = board.plenary.plenary;
  const isGallery = presentation.mode === 'gallery' && board.session.phase !== 'gathering';
  const cards = board.cards.filter(
    ({ group }) => group !== up?.group && (isGallery || presentation.heard.includes(group)),
  );
  if (cards.length === 0) return null;
  return (
    <section className={styles.heard} aria-label={isGallery ? 'Cards' : 'Already said'}>
      <h2 className={styles.title}>
        {isGallery ? 'Cards' : 'Already said'} <span className={styles.count}>{cards.length}</span>
      </h2>
      {cards.map((card) => (
        <HeardCard
          key={card.group}
          live={live}
          card={card}
          isOwn={card.group === tableAt(view.me.seat, board.session.id)}
        />
      ))}
    </section>
  );
}

function HeardCard({
  live,
  card,
  isOwn,
}: {
  readonly live: LiveSession;
  readonly card: BoardCard;
  readonly isOwn: boolean;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const { voices } = useVoices(live);
  return (
    <details
      className={styles.card}
      onToggle={({ currentTarget: { open } }) => {
        setIsOpen(open);
        if (open && hasVoice(live.view)) voices.visit(card.group);
      }}
    >
      <summary className={styles.summary}>
        <span className={styles.name}>
          <TableName number={card.number} name={card.name} />
          {isOwn && <span className={styles.own}>yours</span>}
        </span>
        <span className={styles.headline}>
          {card.headline === '' ? noHeadline(card) : card.headline}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.words}>
          <CardWords live={live} card={card} />
        </div>
      )}
    </details>
  );
}
