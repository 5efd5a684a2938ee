import type { BoardCard } from '@reportback/domain';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** From the largest type to the smallest that the back row can read. */
const sizes = ['large', 'middle', 'small'] as const;

/**
 * Sets a card in the largest type in which the whole of it stands on the screen, as `data-size`. Where even the
 * smallest is too large, what was shown last is brought into view.
 * @param shown how many of its parts are shown
 * @returns the element's ref
 */
export function useFitting(card: BoardCard, shown: number): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => body.current && fitIn(body.current);
    fit();
    // Letters of another width may arrive after the first picture.
    void document.fonts.ready.then(fit);
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [card, shown]);
  return body;
}

function fitIn(element: HTMLElement): void {
  for (const size of sizes) {
    element.dataset['size'] = size;
    if (element.scrollHeight <= element.clientHeight) break;
  }
  const last = element.querySelector('[data-last]');
  if (last === null) element.scrollTo(0, 0);
  else last.scrollIntoView({ block: 'nearest' });
}
