import type { BoardCard, GroupId, TableMessage } from '@reportback/domain';
import { type Ref, useState } from 'react';
import type { SessionPlace } from '../../app/api.ts';
import { localTime } from '../../app/local-time.ts';
import type { SessionDesk } from '../../app/session-desk.ts';
import { shownAtTable } from '../../app/shown-message.ts';
import { Button } from '../../design/button.tsx';
import { AreaField } from '../../design/field.tsx';
import { Announce } from '../../design/unseen.tsx';
import { MessageLog } from './message-log.tsx';
import styles from './side.module.css';

const longest = 200;
const everybody = '';

/** A message to all tables, or to one, and what was said before. */
export function MessageToTables({
  place,
  cards,
  messages,
  desk,
  timeZone,
  now,
  to,
  onTo,
  text: area,
}: {
  readonly place: SessionPlace;
  readonly cards: readonly BoardCard[];
  /** What stands at the tables, one for all and one for each. */
  readonly messages: readonly TableMessage[];
  readonly desk: SessionDesk;
  readonly timeZone: string;
  /** Milliseconds since 1970, the server's. */
  readonly now: number;
  /** Null for all tables. */
  readonly to: GroupId | null;
  readonly onTo: (group: GroupId | null) => void;
  /** The field of the words, to put the caret in. */
  readonly text: Ref<HTMLTextAreaElement>;
}) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const nameOf = (group: GroupId | null) => {
    const card = cards.find((each) => each.group === group);
    return card ? `Table ${card.number}` : `${cards.length} tables`;
  };

  async function send() {
    const words = text.trim();
    if (words === '') return;
    if (await desk.tell(words, to)) {
      setText('');
      setSaid(`Sent to ${nameOf(to)}.`);
    }
  }

  return (
    <section className={styles.part} aria-label="Message to the tables">
      <h2 className={styles.title}>Message</h2>
      <form
        className={styles.form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void send();
        }}
      >
        <AreaField
          label="What the tables are told"
          ref={area}
          rows={2}
          maxLength={longest}
          value={text}
          onChange={(changed) => setText(changed.target.value)}
        />
        <div className={styles.row}>
          <select
            className={styles.select}
            aria-label="To"
            value={to ?? everybody}
            onChange={({ target: { value } }) =>
              onTo(cards.find(({ group }) => group === value)?.group ?? null)
            }
          >
            <option value={everybody}>All tables</option>
            {cards.map(({ group, number, name }) => (
              <option key={group} value={group}>
                Table {number} {name}
              </option>
            ))}
          </select>
          <Button kind="primary" type="submit" disabled={text.trim() === ''}>
            Send to {nameOf(to)}
          </Button>
        </div>
        <p className={styles.hint}>
          {to === null
            ? 'Stands at the tables for 10 minutes or until it is put away there; on phones and screens for one.'
            : `Stands at ${nameOf(to)} alone, for 10 minutes or until it is put away there.`}
        </p>
      </form>
      <Announce>{said}</Announce>
      <ul>
        {messages.toReversed().map((message) => (
          <li key={message.id} className={styles.message}>
            <span className={styles.when}>{localTime(message.at, timeZone).time}</span>
            <span className={styles.words}>
              {message.to !== null && <b>{nameOf(message.to)}: </b>}
              {message.text}
            </span>
            {now - message.at < shownAtTable && (
              <Button kind="text" size="small" onClick={() => void desk.tell('', message.to)}>
                Take down
              </Button>
            )}
          </li>
        ))}
      </ul>
      <MessageLog {...{ place, cards, messages, timeZone }} />
    </section>
  );
}
