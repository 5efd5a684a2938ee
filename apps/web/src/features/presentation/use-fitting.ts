import type { BoardCard } from '@reportback/domain';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * From the largest type to the smallest that the back row can read. Before the points are set small, ask and
 * dissent get the place to themselves once the points were shown.
 */
const settings = [
  { size: 'large', pages: 'one' },
  { size: 'middle', pages: 'one' },
  { size: 'large', pages: 'two' },
  { size: 'middle', pages: 'two' },
  { size: 'small', pages: 'two' },
] as const;

/**
 * Sets a card in the largest type in which it stands on the screen, as `data-size`, on one page or two, as
 * `data-page`: `all`, `points` or `ask`. Where even the smallest is too large, what was shown last is brought
 * into view.
 * @param shown how many of its parts are shown
 * @returns the element's ref
 */
export function useFitting(card: BoardCard, shown: number): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => body.current && fitIn(body.current, shown > card.points.length);
    fit();
    // Letters of another width may arrive after the first picture.
    void document.fonts.ready.then(fit);
    // With the window, or where the lower edge needs more room.
    const resized = new ResizeObserver(fit);
    if (body.current) resized.observe(body.current);
    return () => resized.disconnect();
  }, [card, shown]);
  return body;
}

function fitIn(element: HTMLElement, isAsking: boolean): void {
  for (const { size, pages } of settings) {
    element.dataset['size'] = size;
    element.dataset['page'] = pages === 'one' ? 'all' : isAsking ? 'ask' : 'points';
    if (element.scrollHeight <= element.clientHeight) break;
  }
  const last = element.querySelector('[data-last]');
  if (last === null) element.scrollTo(0, 0);
  else last.scrollIntoView({ block: 'nearest' });
}
