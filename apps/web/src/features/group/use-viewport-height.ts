import { useEffect, useRef } from 'react';
import { keepCaretInSight } from '../../editor/caret-in-sight.ts';

/**
 * Gives an element the height that is really visible as `--visible-height`, and how much of the page an
 * on-screen keyboard has pushed away as `--pushed`: browsers shrink only the visual viewport for it.
 */
export function useViewportHeight() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const viewport = window.visualViewport;
    if (viewport === null) return;
    const measure = () => {
      // Zooming in makes the visual viewport small too, and must not squeeze the page.
      const isZoomed = viewport.scale > 1.01;
      const { style } = element.current ?? {};
      style?.setProperty('--visible-height', isZoomed ? '100dvh' : `${viewport.height}px`);
      style?.setProperty('--pushed', isZoomed ? '0px' : `${viewport.offsetTop}px`);
    };
    const follow = () => {
      measure();
      // The keyboard has come up over the line that was tapped.
      requestAnimationFrame(keepCaretInSight);
    };
    measure();
    viewport.addEventListener('resize', follow);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', follow);
      viewport.removeEventListener('scroll', measure);
    };
  }, []);
  return element;
}
