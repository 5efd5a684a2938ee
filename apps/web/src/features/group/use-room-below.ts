import { useEffect, useRef } from 'react';

/**
 * Gives an element that sticks below the page's header how far from the window's top it is now, as `--from-top`: what
 * stands above it, a banner or a notice, comes and goes, and scrolls away.
 */
export function useRoomBelow() {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const measure = () => {
      const { current } = element;
      current?.style.setProperty('--from-top', `${current.getBoundingClientRect().top}px`);
    };
    // Whatever comes or goes above makes the page another height.
    const resized = new ResizeObserver(measure);
    resized.observe(document.body);
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    measure();
    return () => {
      resized.disconnect();
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, []);
  return element;
}
