import type { KeyboardEvent } from 'react';

/**
 * Arrow keys between the buttons of a group that is one stop of the Tab key: a toolbar, tabs, a menu.
 * @param pressed a key that was pressed in the group; it is used up when it moved the focus
 * @param keys which arrows lead back and on
 * @returns the button that has the focus now, or null when the key meant something else
 */
export function moveFocus(
  pressed: KeyboardEvent<HTMLElement>,
  [back, on]: readonly [string, string],
): HTMLElement | null {
  const buttons = buttonsIn(pressed.currentTarget);
  const now = buttons.findIndex((button) => button === document.activeElement);
  const places: Readonly<Record<string, number>> = {
    [back]: (now - 1 + buttons.length) % buttons.length,
    [on]: (now + 1) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  };
  const place = places[pressed.key];
  const next = place === undefined ? undefined : buttons[place];
  if (next === undefined) return null;
  pressed.preventDefault();
  next.focus();
  return next;
}

/** Makes the button with the focus the one that Tab comes back to; call it when the focus moved in the group. */
export function keepPlace(group: HTMLElement): void {
  const buttons = buttonsIn(group);
  if (!buttons.some((button) => button === document.activeElement)) return;
  for (const button of buttons) button.tabIndex = button === document.activeElement ? 0 : -1;
}

/** The group's own buttons that can be seen, in order; not those of a menu that opens from it. */
export function buttonsIn(group: HTMLElement): readonly HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
    (button) =>
      button.offsetParent !== null && (button.closest('[popover]') ?? group).contains(group),
  );
}
