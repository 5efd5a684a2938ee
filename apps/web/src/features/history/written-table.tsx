import type { Inline, WrittenTable as Written } from '@reportback/domain';
import { classes } from '../../design/classes.ts';
import { Empty } from '../../design/page-message.tsx';
import prose from '../../editor/prose.module.css';
import { WrittenBlocks, WrittenText } from './written-blocks.tsx';
import styles from './written-table.module.css';

/** What a table had written, for reading: no editor, so that nothing in it can be changed by looking. */
export function WrittenTable({ table }: { readonly table: Written }) {
  const { headline, points, ask, dissent, reporter } = table;
  const hasCard = [headline, ask, dissent].some((text) => text.length > 0) || points.length > 0;
  return (
    <>
      <section aria-labelledby="written-note">
        <h3 id="written-note" className={styles.label}>
          Note
        </h3>
        <div className={classes(prose['prose'], styles.note)}>
          {table.note.length === 0 ? (
            <Empty>Nothing was written yet.</Empty>
          ) : (
            <WrittenBlocks blocks={table.note} />
          )}
        </div>
      </section>
      {(hasCard || reporter !== null) && (
        <section aria-labelledby="written-card" className={styles.card}>
          <h3 id="written-card" className={styles.label}>
            Report card
          </h3>
          <dl className={styles.fields}>
            <Field name="Headline" text={headline} className={styles.headline} />
            {points.length > 0 && (
              <>
                <dt>Points</dt>
                <dd>
                  <ol className={styles.points}>
                    {points.map(({ id, text }) => (
                      <li key={id}>
                        <WrittenText content={text} />
                      </li>
                    ))}
                  </ol>
                </dd>
              </>
            )}
            <Field name="Ask" text={ask} />
            <Field name="Dissent" text={dissent} />
            {reporter !== null && (
              <>
                <dt>Reporter</dt>
                <dd className={styles.person}>{reporter}</dd>
              </>
            )}
          </dl>
        </section>
      )}
    </>
  );
}

function Field({
  name,
  text,
  className,
}: {
  readonly name: string;
  readonly text: readonly Inline[];
  readonly className?: string | undefined;
}) {
  if (text.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className={className}>
        <WrittenText content={text} />
      </dd>
    </>
  );
}
