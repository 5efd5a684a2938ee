import type { LinksView, WorkshopId } from '@reportback/domain';
import { useEffect, useState } from 'react';
import { CopyButton } from '../../design/copy-button.tsx';
import { LinkControls } from './link-controls.tsx';
import styles from './role-links.module.css';

type Name = keyof LinksView['links'];

const rows: readonly { name: Name; who: string; what: string; isHidden: boolean }[] = [
  { name: 'join', who: 'Participants', what: 'Join any table', isHidden: false },
  {
    name: 'screen',
    who: 'Plenary screen',
    what: 'Board, presentation and findings, to look at',
    isHidden: false,
  },
  { name: 'view', who: 'Readers', what: 'Look, not write', isHidden: false },
  {
    name: 'facilitator',
    who: 'Facilitators',
    what: 'Lead the sessions, write at any table',
    isHidden: true,
  },
  {
    name: 'organizer',
    who: 'Organizers',
    what: 'Everything. Whoever has it can freeze and delete.',
    isHidden: true,
  },
];

/** One link for each role. Those that give power stay hidden from who looks over a shoulder, and can be copied unseen. */
export function RoleLinks({
  workshop,
  view: { links, off },
  onChanged,
}: {
  readonly workshop: WorkshopId;
  readonly view: LinksView;
  readonly onChanged: (links: LinksView) => void;
}) {
  return (
    <section aria-labelledby="links">
      <h2 id="links" className={styles.heading}>
        Links
      </h2>
      <ul>
        {rows.map(({ name, who, what, isHidden }) => (
          <li key={name} className={styles.row}>
            <div className={styles.who}>
              <b>{who}</b>
              <p className={styles.what}>{what}</p>
            </div>
            <div className={styles.link}>
              {off.includes(name) ? (
                <b>Switched off</b>
              ) : isHidden ? (
                <HiddenLink link={links[name]} />
              ) : (
                <Shown link={links[name]} />
              )}
            </div>
            <div className={styles.buttons}>
              <LinkControls
                workshop={workshop}
                name={name}
                what={`the link for ${who.toLowerCase()}`}
                isOff={off.includes(name)}
                onChanged={onChanged}
              />
              <CopyButton text={links[name]} what={`the link for ${who.toLowerCase()}`} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shown({ link }: { readonly link: string }) {
  return <span className={styles.address}>{link.replace(/^https?:\/\//, '')}</span>;
}

const shownFor = 30_000;

function HiddenLink({ link }: { readonly link: string }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setIsShown(false), shownFor);
    return () => clearTimeout(timer);
  }, [isShown]);
  if (isShown) return <Shown link={link} />;
  return (
    <>
      Hidden{' '}
      <button type="button" className={styles.show} onClick={() => setIsShown(true)}>
        show for 30 seconds
      </button>
    </>
  );
}
