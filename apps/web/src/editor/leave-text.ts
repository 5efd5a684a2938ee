import { Extension } from '@tiptap/core';

/** Tells where an editor stands that its text is to be left. */
export const leaveTextEvent = 'leave-text';

/** Escape leads out of a text, because Tab has a meaning inside; menus that are open have used it up before. */
export const LeaveText = Extension.create({
  name: 'leaveText',
  addKeyboardShortcuts() {
    return {
      Escape: () => {
        this.editor.view.dom.dispatchEvent(new Event(leaveTextEvent, { bubbles: true }));
        return true;
      },
    };
  },
});

/** The last thing in front of an element that the Tab key stops at. */
export function lastStopBefore(element: HTMLElement): HTMLElement | undefined {
  const stops = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, summary, [tabindex]',
  );
  return [...stops]
    .filter((stop) => stop.tabIndex >= 0 && stop.offsetParent !== null)
    .findLast((stop) => element.compareDocumentPosition(stop) === Node.DOCUMENT_POSITION_PRECEDING);
}
