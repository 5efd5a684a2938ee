import { type Ref, useEffect, useRef } from 'react';
import { classes } from '../../design/classes.ts';
import styles from './agenda-text.module.css';

const example = `9:00-9:15am  Welcome
11:00-12:30pm  Small groups: what gets in the way
Report back 12:00pm
12:30-1:30pm  Lunch`;

/**
 * The agenda's text. Lines that could not be read are marked where they stand: the same text lies under
 * the field, line for line, and gives it its height.
 * @param marked line numbers, from 1
 * @param chosen the line whose row is being corrected
 */
export function AgendaText({
  ref,
  labelledBy,
  text,
  marked,
  chosen,
  onChange,
}: {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly labelledBy: string;
  readonly text: string;
  readonly marked: readonly number[];
  readonly chosen: number | null;
  readonly onChange: (text: string) => void;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = chosen === null ? null : lines.current?.children[chosen - 1];
    // Within the sheet alone: the page stays where the row is.
    if (sheet.current !== null && line instanceof HTMLElement)
      sheet.current.scrollTop = line.offsetTop - sheet.current.clientHeight / 2;
  }, [chosen]);
  return (
    <div ref={sheet} className={styles.sheet}>
      <div ref={lines} className={styles.under} aria-hidden="true">
        {text.split('\n').map((line, index) => (
          // Lines have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div
            key={index}
            className={classes(
              marked.includes(index + 1) && styles.marked,
              chosen === index + 1 && styles.chosen,
            )}
          >
            {line === '' ? '\u200B' : line}
          </div>
        ))}
      </div>
      <textarea
        ref={ref}
        className={styles.text}
        aria-labelledby={labelledBy}
        value={text}
        placeholder={example}
        spellCheck={false}
        onChange={(changed) => onChange(changed.target.value)}
      />
    </div>
  );
}
