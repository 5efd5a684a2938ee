import { useSyncExternalStore } from 'react';

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** The window's width divided by its height. */
export function useAspect(): number {
  return useSyncExternalStore(onResize, () => window.innerWidth / window.innerHeight);
}
