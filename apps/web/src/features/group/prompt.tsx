import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { classes } from '../../design/classes.ts';
import styles from './prompt.module.css';

/** What the session asks the tables, above the note; one line of it where somebody wants the room. */
export function Prompt({ children }: { readonly children: string }) {
  const [isWhole, setIsWhole] = useState(true);
  const words = useId();
  const Icon = isWhole ? ChevronUp : ChevronDown;
  return (
    <div className={styles.prompt}>
      <p id={words} className={classes(styles.words, !isWhole && styles.line)}>
        {children}
      </p>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isWhole}
        aria-controls={words}
        aria-label="The whole prompt"
        title={isWhole ? 'Shorten the prompt' : 'Show the whole prompt'}
        onClick={() => setIsWhole(!isWhole)}
      >
        <Icon size={18} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}
