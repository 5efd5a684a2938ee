/** Between the caret's line and the edge that it is kept away from, in pixels. */
const room = 12;

/** Scrolls the text that is being written in so that the line with the caret can be seen, where it can scroll. */
export function keepCaretInSight(): void {
  const text = document.activeElement;
  if (!(text instanceof HTMLElement) || !text.isContentEditable) return;
  const line = caretLine();
  const scrolling = line && scrollingParent(text);
  if (!scrolling) return;
  const { top, bottom } = scrolling.getBoundingClientRect();
  if (line.bottom > bottom - room) scrolling.scrollTop += line.bottom - bottom + room;
  else if (line.top < top + room) scrolling.scrollTop -= top + room - line.top;
}

function caretLine(): DOMRect | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const [rect] = selection.getRangeAt(0).getClientRects();
  if (rect) return rect;
  // A caret in an empty line has no box of its own.
  const { focusNode } = selection;
  return focusNode instanceof Element ? focusNode.getBoundingClientRect() : null;
}

function scrollingParent(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  return null;
}
