import type { WrittenTable } from '@reportback/domain';
import { useMemo } from 'react';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import { type ChangedLine, changes, countChanges, type Part } from './changes.ts';
import styles from './changes-view.module.css';
import { cardLines, noteLines } from './table-lines.ts';

/** What became of a version since: every line as it is now, with what was added and what was removed. */
export function ChangesView({
  said,
  now,
}: {
  readonly said: WrittenTable;
  readonly now: WrittenTable;
}) {
  const note = useMemo(() => changes(noteLines(said.note), noteLines(now.note)), [said, now]);
  const card = useMemo(() => changes(cardLines(said), cardLines(now)), [said, now]);
  const { added, removed } = countChanges([...note, ...card]);
  return (
    <>
      <p className={styles.sum}>{sumOf(added, removed)}</p>
      <Lines title="Note" lines={note} />
      <Lines title="Report card" lines={card} />
    </>
  );
}

function sumOf(added: number, removed: number): string {
  const words = (count: number) => (count === 1 ? '1 word' : `${count} words`);
  if (added === 0 && removed === 0) return 'No words were added or removed since.';
  return `Since then ${words(added)} added, ${words(removed)} removed.`;
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ChangedLine[];
}) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.label}>{title}</h3>
      <ol className={styles.lines}>
        {lines.map((line, place) => (
          <li
            key={place}
            className={classes(
              styles.line,
              styles[line.look],
              styles[`depth${Math.min(line.depth, 4)}`],
              isChanged(line) && styles.changed,
            )}
          >
            {line.mark.length > 0 && (
              <span className={styles.mark}>
                <Parts parts={line.mark} />{' '}
              </span>
            )}
            <span className={styles.words}>
              <Parts parts={line.parts} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function isChanged({ mark, parts }: ChangedLine): boolean {
  return [...mark, ...parts].some(({ is }) => is !== 'same');
}

/** Added is underlined, removed is struck through; who hears the page is told in words. */
function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ is, words }, place) => {
    if (is === 'same') return <span key={place}>{words}</span>;
    const Change = is === 'added' ? 'ins' : 'del';
    return (
      <Change key={place} className={styles[is]}>
        <Unseen>{is === 'added' ? ' added: ' : ' removed: '}</Unseen>
        {words}
        <Unseen>{is === 'added' ? ' end of added ' : ' end of removed '}</Unseen>
      </Change>
    );
  });
}
