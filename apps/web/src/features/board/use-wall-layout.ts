import { type RefObject, useState } from 'react';
import { useWallFit } from './use-wall-fit.ts';
import { type WallLayout, wallLayout } from './wall-layout.ts';

/**
 * How what people wrote stands on a wall of some shape, and the ref of the element around it.
 * @param texts what is to stand on it, one for each place
 */
export function useWallLayout(
  texts: readonly string[],
  aspect: number,
): { readonly layout: WallLayout; readonly wall: RefObject<HTMLElement | null> } {
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  // So many letters were too many for a wall of this shape, and are until some are taken away.
  const [tooMany, setTooMany] = useState({ letters: Number.POSITIVE_INFINITY, aspect });
  const isCrowded = tooMany.aspect === aspect && letters >= tooMany.letters;
  const layout = wallLayout(texts.length, aspect, isCrowded);
  const wall = useWallFit(layout, () => setTooMany({ letters, aspect }));
  return { layout, wall };
}
