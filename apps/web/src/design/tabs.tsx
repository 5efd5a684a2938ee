import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

/**
 * Two or three faces of one page, such as note and card on a phone. Arrow keys move between them.
 * @param label what the tabs choose between, for screen readers
 */
export function Tabs<Name extends string>({
  label,
  tabs,
  now,
  onChange,
}: {
  readonly label: string;
  readonly tabs: readonly {
    readonly name: Name;
    readonly title: string;
    readonly panel: ReactNode;
  }[];
  readonly now: Name;
  readonly onChange: (name: Name) => void;
}) {
  return (
    <Radix.Root
      className={styles.tabs}
      value={now}
      onValueChange={(value) => {
        const chosen = tabs.find((tab) => tab.name === value);
        if (chosen) onChange(chosen.name);
      }}
    >
      <Radix.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.name} className={styles.tab} value={tab.name}>
            {tab.title}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.name} className={styles.panel} value={tab.name}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
