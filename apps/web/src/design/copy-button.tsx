import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { Announce, Unseen } from './unseen.tsx';

const shownFor = 2500;

/**
 * Copies a text and says so in the button's own place.
 * @param what completes “Copy …” for screen readers: “the link for participants”
 */
export function CopyButton({
  text,
  what,
  children = 'Copy',
}: {
  readonly text: string;
  readonly what: string;
  readonly children?: string;
}) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');

  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), shownFor);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <>
      <Button
        size="small"
        onClick={() => {
          void copyText(text).then((copied) => setOutcome(copied ? 'copied' : 'refused'));
        }}
      >
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Select it by hand' : children}
        {outcome === 'none' && <Unseen> {what}</Unseen>}
      </Button>
      <Announce>{outcome === 'copied' ? `Copied ${what}` : ''}</Announce>
    </>
  );
}
