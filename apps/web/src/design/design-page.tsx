import { phases } from '@reportback/domain';
import { useState } from 'react';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Chip, TableName } from './chip.tsx';
import { Clock } from './clock.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './design-page.module.css';
import { Dialog } from './dialog.tsx';
import { AreaField, Field, TickField } from './field.tsx';
import { Lamp } from './lamp.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { Empty, Missing } from './page-message.tsx';
import { personClass } from './person-class.ts';
import { PhaseBar } from './phase-bar.tsx';
import { PointRow } from './point-row.tsx';
import { QrCode } from './qr-code.tsx';
import { Strip } from './strip.tsx';
import { Tabs } from './tabs.tsx';

const minute = 60_000;

/** The type scale: size and line in px, and what each is for. */
const typeScale = [
  { look: 'codeType', words: 'K7M 4QX' },
  { look: 'clockType', words: '18:20' },
  { look: 'pageType', words: 'Page, 30/36 sans' },
  { look: 'headlineType', words: 'Card headline, 26/32 serif' },
  { look: 'titleType', words: 'Dialog and finding, 22/28 sans' },
  { look: 'noteType', words: 'Note, 19/30 serif: Ελένη, Łukasz and Дмитрий write here.' },
  { look: 'pointType', words: 'Point, 19/26 serif' },
  { look: 'nameType', words: 'Name, 18/24 sans' },
  { look: 'interfaceType', words: 'Interface, 16/24 sans' },
  { look: 'smallType', words: 'Labels, 15/20 sans' },
  { look: 'microType', words: 'Keys and chips, 13/18 sans' },
] as const;

/** Those that words may have; each stands on paper at 4.5:1 or more. */
const colours = ['ink', 'ink2', 'ink3', 'accent', 'ok', 'wait', 'bad'] as const;

/** `/design`: every part of the app's look in both themes, side by side. */
export default function DesignPage() {
  return (
    <main className={styles.page}>
      <title>Reportback: design</title>
      <h1 className={styles.title}>What Reportback is made of</h1>
      <div className={styles.themes}>
        {(['light', 'dark'] as const).map((theme) => (
          <section
            key={theme}
            data-theme={theme}
            className={styles.theme}
            aria-label={`${theme} theme`}
          >
            <Specimens theme={theme} />
          </section>
        ))}
      </div>
    </main>
  );
}

function Specimens({ theme }: { readonly theme: string }) {
  const [tab, setTab] = useState<'note' | 'card'>('note');
  const [isAsking, setIsAsking] = useState(false);
  const [isStripShown, setIsStripShown] = useState(true);
  return (
    <>
      <Part name="Type">
        {typeScale.map(({ look, words }) => (
          <p key={look} className={styles[look]}>
            {words}
          </p>
        ))}
      </Part>
      <Part name="Colour">
        <ul className={styles.colours}>
          {colours.map((name) => (
            <li key={name} className={styles[name]}>
              {name}
            </li>
          ))}
        </ul>
        <ul className={styles.colours} aria-label="People’s carets and names">
          {[1, 2, 3, 4, 5, 6].map((place) => (
            <li key={place} className={`${styles.person} ${personClass(place)}`}>
              Person {place}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="Clock">
        {[18 * minute + 20_000, 108_000, -24_500].map((left) => (
          <p key={left}>
            <Clock left={left} />
          </p>
        ))}
        <Clock left={18 * minute + 20_000} held />
      </Part>
      <Part name="Buttons">
        <div className={styles.line}>
          <Button kind="primary">Mark ready</Button>
          <Button>+5 min</Button>
          <Button size="small">Small</Button>
          <Button kind="text">Undo</Button>
          <Button disabled>Not now</Button>
          <Button kind="danger">Delete the workshop</Button>
          <CopyButton text="Reportback" what="a word" />
        </div>
      </Part>
      <Part name="Table chip">
        <div className={styles.line}>
          {Array.from({ length: 18 }, (_, index) => (
            <Chip key={index + 1} number={index + 1} />
          ))}
        </div>
        <div className={styles.line}>
          <TableName number={4} name="Lakeshore" />
          <TableName number={12} name="Edgewater" />
          <TableName number={5} name="" />
        </div>
      </Part>
      <Part name="Lamp">
        <div className={styles.line}>
          {(['saved', 'saving', 'local', 'refused'] as const).map((state) => (
            <Lamp key={state} state={state} />
          ))}
        </div>
      </Part>
      <Part name="Phase bar">
        <PhaseBar now="distil" />
        <PhaseBar
          look="timed"
          now={phases[2]}
          times={{ discuss: '11:00', 'report-back': '12:00', amend: '12:30' }}
        />
      </Part>
      <Part name="Point row">
        <PointRow place={1}>Rest</PointRow>
        <PointRow place={2} is="linked">
          Its line is under the pointer or caret
        </PointRow>
        <PointRow place={3} is="changed">
          Just changed by someone else
        </PointRow>
        <PointRow place={4} is="moved">
          Being moved
        </PointRow>
        <PointRow place={5} sameAs={2}>
          Said before
        </PointRow>
      </Part>
      <Part name="Message from the organizer">
        {isStripShown ? (
          <Strip onClose={() => setIsStripShown(false)}>
            <b>Five minutes left.</b> Choose who speaks for your table.
          </Strip>
        ) : (
          <Button size="small" onClick={() => setIsStripShown(true)}>
            Show it again
          </Button>
        )}
      </Part>
      <Part name="Banner">
        <Banner
          about={`Connection, ${theme}`}
          tone="wait"
          action={<Button size="small">Try now</Button>}
        >
          No connection since 11:41. Keep writing: 14 lines wait here and go up by themselves.
        </Banner>
        <Banner about={`Frozen, ${theme}`} tone="bad">
          The table was frozen before these 2 lines arrived.
        </Banner>
        <Banner about={`Example, ${theme}`}>Example. Invented data.</Banner>
      </Part>
      <Part name="Fields">
        <Field label="Your name" defaultValue="Mei Tanaka" />
        <Field
          label="Code"
          defaultValue="K7M"
          problem="A code has six letters and digits; this has 3."
        />
        <AreaField label="Prompt" hint="It stands above every table’s note." rows={2} />
        <TickField label="I may be named in the record" />
      </Part>
      <Part name="Tabs, menu, dialog">
        <Tabs
          label={`Note or card, ${theme}`}
          now={tab}
          onChange={setTab}
          tabs={[
            { name: 'note', title: 'Note', panel: <p className={styles.noteType}>The note</p> },
            { name: 'card', title: 'Card', panel: <p className={styles.noteType}>The card</p> },
          ]}
        />
        <div className={styles.line}>
          <Menu trigger={<Button>More</Button>}>
            <MenuItem onChoose={() => setTab('card')}>Show the card</MenuItem>
            <MenuItem onChoose={() => setTab('note')}>Show the note</MenuItem>
          </Menu>
          <Button onClick={() => setIsAsking(true)}>Freeze</Button>
        </div>
        {isAsking && (
          <Dialog
            title="Freeze all 24 cards?"
            onClose={() => setIsAsking(false)}
            actions={
              <>
                <Button onClick={() => setIsAsking(false)}>Cancel</Button>
                <Button kind="primary" onClick={() => setIsAsking(false)}>
                  Freeze
                </Button>
              </>
            }
          >
            <p>Six have gaps. After this nobody can write; you can reopen a table at any time.</p>
          </Dialog>
        )}
      </Part>
      <Part name="Empty and missing">
        <Empty hint="An empty place says how to fill it, in the type it will be filled with.">
          Press Ctrl ↵ in a line of the note to make it the first point.
        </Empty>
        <p>
          <Missing>Nobody yet</Missing>
        </p>
      </Part>
      <Part name="QR code">
        <QrCode
          className={styles.qr}
          address="https://rb.example.org/join/K7M4QX"
          label="An example of a QR code"
        />
      </Part>
    </>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.part}>
      <h2 className={styles.partName}>{name}</h2>
      {children}
    </div>
  );
}
