import { useLayoutEffect, useRef } from 'react';
import { useReadable } from '../app/resource.ts';
import { classes } from '../design/classes.ts';
import { Announce } from '../design/unseen.tsx';
import styles from './slash-menu.module.css';
import type { OpenSlashMenu, SlashMenu } from './slash-menu.ts';

/** The list that a slash opens, under the line it was typed in, or above where there is no room. */
export function SlashMenuList({ menu }: { readonly menu: SlashMenu }) {
  const open = useReadable(menu.state);
  return open && <OpenList menu={menu} open={open} />;
}

function OpenList({ menu, open }: { readonly menu: SlashMenu; readonly open: OpenSlashMenu }) {
  const list = useRef<HTMLDivElement>(null);
  const { choices, chosen, at } = open;

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const room = window.visualViewport?.height ?? window.innerHeight;
    const above = at.bottom + element.offsetHeight + 8 > room;
    element.style.left = `${Math.min(at.left, window.innerWidth - element.offsetWidth - 8)}px`;
    element.style.top = `${above ? Math.max(8, at.top - element.offsetHeight - 4) : at.bottom + 4}px`;
    element.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [at, chosen]);

  return (
    <>
      {/* The caret stays in the text, so the list is for eyes and pointers; the words are announced. */}
      <div ref={list} className={styles.menu} aria-hidden="true">
        {choices.map((choice, index) => (
          <button
            key={choice.name}
            type="button"
            tabIndex={-1}
            className={classes(styles.choice, index === chosen && styles.chosen)}
            onPointerDown={(pressed) => pressed.preventDefault()}
            onClick={() => menu.choose(index)}
          >
            {choice.name}
            <span className={styles.typed}>{choice.typed}</span>
          </button>
        ))}
      </div>
      <Announce>{`${choices[chosen]?.name ?? ''}, ${chosen + 1} of ${choices.length}`}</Announce>
    </>
  );
}
