import { permits, type SessionId, tableAt, type WorkshopView } from '@reportback/domain';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { classes } from '../design/classes.ts';
import { addresses } from './addresses.ts';
import { shownCode } from './join-code.ts';
import { useCurrentSession } from './use-current-session.ts';
import styles from './workshop-header.module.css';

type Page =
  | 'table'
  | 'console'
  | 'board'
  | 'present'
  | 'plenary'
  | 'findings'
  | 'note'
  | 'record'
  | 'share';

/** What a row that is wider than its phone leaves beside the page that is open, in pixels. */
const margin = 16;

/**
 * The top of a workshop's pages: its name, the pages that the role may see, and the join code where the
 * role may see it.
 * @param shown the session that the page is about; the links to console and board lead to it, and to the
 *   current one from pages that are about none
 */
export function WorkshopHeader({
  view,
  now,
  shown = null,
}: {
  readonly view: WorkshopView;
  readonly now: Page;
  readonly shown?: SessionId | null;
}) {
  const { workshop, me } = view;
  const current = useCurrentSession(view);
  const session = shown ?? current?.id ?? null;
  const may = permits[me.role];
  const own = session === null ? null : tableAt(me.seat, session);
  const pages: readonly { page: Page; title: string; href: string; seen: boolean }[] = [
    {
      page: 'console',
      title: 'Console',
      href: addresses.console(workshop.id, session ?? undefined),
      seen: may.facilitate,
    },
    {
      page: 'table',
      title: 'Table',
      href: session === null || own === null ? '' : addresses.table(workshop.id, session, own),
      seen: own !== null && me.role === 'participant',
    },
    {
      page: 'board',
      title: 'Board',
      href: session === null ? '' : addresses.board(workshop.id, session),
      seen: session !== null,
    },
    {
      page: 'present',
      title: 'Present',
      href: session === null ? '' : addresses.present(workshop.id, session),
      seen: session !== null && me.role !== 'participant',
    },
    {
      page: 'plenary',
      title: 'Report-back',
      href: session === null ? '' : addresses.plenary(workshop.id, session),
      seen: session !== null && me.role === 'participant',
    },
    {
      page: 'findings',
      title: 'Findings',
      href: session === null ? '' : addresses.findings(workshop.id, session),
      seen: session !== null,
    },
    {
      page: 'record',
      title: 'Record',
      href: addresses.record(workshop.id),
      seen: may['read-record'],
    },
    { page: 'share', title: 'Share', href: addresses.share(workshop.id), seen: may.organize },
  ];
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // A phone shows a part of the row: the page that is open stands in it.
    const all = nav.current?.getBoundingClientRect();
    const here = nav.current?.querySelector(`[aria-current='page']`)?.getBoundingClientRect();
    const beyond = all && here ? here.right + margin - all.right : 0;
    if (beyond > 0) nav.current?.scrollBy(beyond, 0);
  }, []);
  return (
    <header className={styles.header}>
      <p className={styles.title}>{workshop.title}</p>
      <nav ref={nav} className={styles.pages} aria-label="Pages of the workshop">
        {pages
          .filter(({ seen }) => seen)
          .map(({ page, title, href }) => (
            <Link
              key={page}
              href={href}
              className={classes(styles.page, page === now && styles.now)}
              aria-current={page === now ? 'page' : undefined}
            >
              {title}
            </Link>
          ))}
      </nav>
      <p className={styles.code}>
        {workshop.joinCode !== null && (
          <>
            Join code <b>{shownCode(workshop.joinCode)}</b>
          </>
        )}
      </p>
    </header>
  );
}
