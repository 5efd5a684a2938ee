import { useCallback, useEffect, useState } from 'react';

/** How long a page stays before the next one comes by itself. */
const turnAfter = 12_000;
/** How long the pages wait for whoever steers before they turn by themselves again. */
const steeredFor = 60_000;

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/**
 * The wall's pages: they turn by themselves unless somebody steers, by the arrow keys, by the two keys of a
 * presenter's remote, or by choosing a page; the space bar holds them and lets them go.
 * @param pages how many there are
 */
export function useWallPages(pages: number) {
  const [turned, setTurned] = useState({ page: 0, steered: false });
  const [isHeld, setIsHeld] = useState(false);
  const page = Math.min(turned.page, pages - 1);

  const steer = useCallback((to: (page: number) => number) => {
    setTurned((before) => ({ page: to(before.page), steered: true }));
  }, []);
  const turn = useCallback(
    (step: number) => steer((before) => (Math.min(before, pages - 1) + step + pages) % pages),
    [pages, steer],
  );

  useEffect(() => {
    if (pages < 2 || isHeld) return;
    const timer = setTimeout(
      () => setTurned({ page: (page + 1) % pages, steered: false }),
      turned.steered ? steeredFor : turnAfter,
    );
    return () => clearTimeout(timer);
  }, [pages, page, turned, isHeld]);

  useEffect(() => {
    if (pages < 2) return;
    const pressed = (key: KeyboardEvent) => {
      if (key.ctrlKey || key.metaKey || key.altKey) return;
      const step = steps[key.key];
      const onControl = key.target instanceof HTMLButtonElement;
      if (step !== undefined) turn(step);
      else if (key.key === ' ' && !onControl) setIsHeld((held) => !held);
      else return;
      key.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [pages, turn]);

  return { page, turn, show: (to: number) => steer(() => to), isHeld, hold: setIsHeld };
}
