import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { WallLayout } from './wall-layout.ts';

/** The wall's sizes of type for what people wrote, the largest first, by how many tables stand on it. */
const sizes: Readonly<Record<WallLayout['density'], readonly string[]>> = {
  quarter: ['headline', 'title', 'text', 'floor'],
  eighth: ['text', 'floor'],
  sixteenth: ['floor'],
};
const titleSizes = ['title', 'text', 'floor'];

/**
 * Sets every headline in the largest type in which it stands in its table's place, and the title in one line where that
 * can be, as `data-size`. A headline that is too long even in the smallest type makes its row higher; where the rows
 * then do not stand on the wall together, all are set small, as `data-tight`.
 * @param onCrowded called when they do not stand together even so
 * @returns the ref of the element around title and headlines
 */
export function useWallFit(
  { density, rows }: Pick<WallLayout, 'density' | 'rows'>,
  onCrowded: () => void,
): RefObject<HTMLElement | null> {
  const wall = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      if (wall.current === null || fitIn(wall.current, sizes[density], rows)) return;
      // Letters of another width may still be on their way.
      if (document.fonts.status === 'loaded') onCrowded();
    };
    fit();
    void document.fonts.ready.then(fit);
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  });
  return wall;
}

/** Answers whether everything stands on the wall. */
function fitIn(wall: HTMLElement, choice: readonly string[], rows: number): boolean {
  const title = wall.querySelector<HTMLElement>('[data-fit="title"]');
  if (title) chooseSize(title, titleSizes, () => isOneLine(title));
  const list = wall.querySelector<HTMLElement>('[data-fit="cells"]');
  if (list === null) return true;
  delete list.dataset['tight'];
  const { paddingBottom } = getComputedStyle(list);
  const place = (list.clientHeight - Number.parseFloat(paddingBottom)) / rows;
  for (const headline of list.querySelectorAll<HTMLElement>('[data-fit="headline"]'))
    chooseSize(headline, choice, () => headline.offsetTop + headline.offsetHeight < place);
  if (stands(list)) return true;
  list.dataset['tight'] = '';
  return stands(list);
}

/** The first size in which it is well; else the last one. */
function chooseSize(element: HTMLElement, choice: readonly string[], isWell: () => boolean): void {
  for (const size of choice) {
    element.dataset['size'] = size;
    if (isWell()) return;
  }
}

function isOneLine(element: HTMLElement): boolean {
  return element.offsetHeight < 2 * Number.parseFloat(getComputedStyle(element).fontSize);
}

/** A pixel may be lost to rounding. */
function stands(list: HTMLElement): boolean {
  return list.scrollHeight <= list.clientHeight + 1;
}
