import type { CardTemplate, GroupId } from '@reportback/domain';
import { useState } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { Button } from '../../design/button.tsx';
import { type Needy, needyFirst } from './table-needs.ts';
import styles from './table-overview.module.css';
import { TableRows } from './table-rows.tsx';
import { TableTiles } from './table-tiles.tsx';
import type { Tables } from './use-tables.ts';

/** Up to here tables have a row each; more stand in columns, so that sixty fit a laptop without scrolling. */
const rowed = 16;

/** What each way of showing the tables needs. */
export interface Overview {
  /** In the order in which they are shown. */
  readonly tables: readonly Needy[];
  readonly activities: Tables;
  readonly template: CardTemplate;
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
  readonly address: (group: GroupId) => string;
  readonly history: (group: GroupId) => string;
  /** Begins a message to this table. */
  readonly onTell: (group: GroupId) => void;
}

/** Every table of the session: who is there, what it is doing, how full its card is. */
export function TableOverview(overview: Overview) {
  const isWide = useMedia('(min-width: 900px)');
  const { tables } = overview;
  // Where all are in sight they stay in their places; where there are many, or one has to scroll, who needs somebody leads.
  const [isSorted, setIsSorted] = useState(tables.length > rowed);
  const people = tables.reduce((sum, { card }) => sum + card.people, 0);
  const signed = tables.filter(({ card }) => card.signedOff === 'yes').length;
  const ready = tables.filter(({ card }) => card.state === 'ready').length;
  const shown = { ...overview, tables: isSorted ? needyFirst(tables) : tables };
  return (
    <section className={styles.overview} aria-label="Tables">
      {isWide && tables.length <= rowed ? <TableRows {...shown} /> : <TableTiles {...shown} />}
      <div className={styles.sum}>
        <p>
          {people === 1 ? '1 person' : `${people} people`} at {tables.length} tables now. {ready}{' '}
          ready{signed > 0 && `, ${signed} signed off`}.
        </p>
        <Button kind="text" size="small" onClick={() => setIsSorted(!isSorted)}>
          {isSorted ? 'Order by number' : 'Needs you first'}
        </Button>
      </div>
    </section>
  );
}
