import type { ReactionKind } from '@reportback/domain';
import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import { countVoices, type SpokenPoint } from '../../app/spoken-points.ts';
import { useVoices } from '../../app/use-voices.ts';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { AreaField } from '../../design/field.tsx';
import { Unseen } from '../../design/unseen.tsx';
import styles from './point-reactions.module.css';

const words: Readonly<Record<ReactionKind, string>> = {
  'us-too': 'Us too',
  question: 'Question',
  objection: 'Objection',
};

/** What somebody may add to a point of another table; a second press takes it back or changes it. */
export function PointReactions({
  live,
  point,
}: {
  readonly live: LiveSession;
  readonly point: SpokenPoint;
}) {
  const { own, voices } = useVoices(live);
  const [writing, setWriting] = useState<'question' | 'objection' | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const counts = countVoices(live.board.plenary, [point.id]);
  const said = (kind: ReactionKind) =>
    own.reactions.find((each) => each.point === point.id && each.kind === kind);
  const shownCounts = {
    'us-too': counts.usToo,
    question: counts.questions,
    objection: counts.objections,
  };
  const close = () => {
    const kind = writing;
    setWriting(null);
    if (kind) buttons.current?.querySelector<HTMLElement>(`[data-kind=${kind}]`)?.focus();
  };
  return (
    <div className={styles.reactions}>
      <div ref={buttons} className={styles.buttons}>
        {(['us-too', 'question', 'objection'] as const).map((kind) => {
          const isSaid = said(kind) !== undefined;
          return (
            <Button
              key={kind}
              data-kind={kind}
              className={classes(styles.button, isSaid && styles.said)}
              {...(kind === 'us-too'
                ? { 'aria-pressed': isSaid }
                : { 'aria-expanded': writing === kind })}
              onClick={() => {
                if (kind !== 'us-too') setWriting(writing === kind ? null : kind);
                else if (isSaid) void voices.takeBack(point.id, kind);
                else void voices.add(point.card.group, point.id, kind);
              }}
            >
              {isSaid && <Check size={16} strokeWidth={2.5} aria-hidden="true" />}
              <span>
                {words[kind]}
                {shownCounts[kind] > 0 && `, ${shownCounts[kind]}`}
              </span>
              <Unseen>
                {isSaid && kind !== 'us-too' && ', yours among them'}: {point.text}
              </Unseen>
            </Button>
          );
        })}
      </div>
      {writing !== null && (
        <RemarkForm
          key={writing}
          kind={writing}
          before={said(writing)?.text ?? ''}
          onAdd={(text) => {
            void voices.add(point.card.group, point.id, writing, text);
            close();
          }}
          onTakeBack={() => {
            void voices.takeBack(point.id, writing);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

const longest = 500;

function RemarkForm({
  kind,
  before,
  onAdd,
  onTakeBack,
  onClose,
}: {
  readonly kind: 'question' | 'objection';
  readonly before: string;
  readonly onAdd: (text: string) => void;
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // The keyboard of a phone and the page's foot would cover its buttons.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (text.trim() === '') setProblem(`Type your ${kind} first.`);
        else onAdd(text.trim());
      }}
      onKeyDown={(pressed) => {
        if (pressed.key === 'Escape') onClose();
      }}
    >
      <AreaField
        label={kind === 'question' ? 'Your question' : 'Your objection'}
        hint="The facilitator sees it with the point; nobody is told whose it is."
        rows={3}
        maxLength={longest}
        // It was asked for by the button before it.
        autoFocus
        value={text}
        problem={problem}
        onChange={(changed) => {
          setText(changed.target.value);
          setProblem(null);
        }}
      />
      <div className={styles.actions}>
        {before === '' ? (
          <Button onClick={onClose}>Cancel</Button>
        ) : (
          <Button onClick={onTakeBack}>Take it back</Button>
        )}
        <Button kind="primary" type="submit">
          {before === '' ? `Add ${kind === 'question' ? 'question' : 'objection'}` : 'Change it'}
        </Button>
      </div>
    </form>
  );
}
