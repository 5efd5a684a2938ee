import { useEffect, useEffectEvent } from 'react';

export interface PresenterKeys {
  readonly on: () => void;
  readonly back: () => void;
  readonly home: () => void;
  readonly all: () => void;
  readonly leave: () => void;
}

/** Presenter remotes are keyboards that send page keys; some send arrows. */
const keys: Readonly<Record<string, keyof PresenterKeys>> = {
  ArrowRight: 'on',
  ArrowDown: 'on',
  PageDown: 'on',
  ' ': 'on',
  Enter: 'on',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'home',
  End: 'all',
  Escape: 'leave',
};

/** Keys that a focused button or field needs for itself. */
const ownKeys = new Set([' ', 'Enter', 'Backspace']);

/** Steers by the keys of keyboards and presenter remotes, wherever the focus is. */
export function usePresenterKeys(does: PresenterKeys): void {
  const press = useEffectEvent((pressed: KeyboardEvent) => {
    const what = keys[pressed.key];
    if (what === undefined || pressed.altKey || pressed.ctrlKey || pressed.metaKey) return;
    const onControl =
      pressed.target instanceof Element && pressed.target.closest('button, a, input') !== null;
    if (onControl && ownKeys.has(pressed.key)) return;
    pressed.preventDefault();
    // A key that is held down would run through the whole room.
    if (!pressed.repeat) does[what]();
  });
  useEffect(() => {
    const listen = (pressed: KeyboardEvent) => press(pressed);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
