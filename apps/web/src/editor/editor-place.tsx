import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import styles from './editor-place.module.css';
import { lastStopBefore, leaveTextEvent } from './leave-text.ts';

/**
 * Where an editor stands on the page. It keeps its state when it is taken away and put back. When its text
 * is left by Escape, Tab goes on behind it, Shift and Tab in front of it.
 */
export function EditorPlace({
  editor,
  className,
}: {
  readonly editor: Editor;
  readonly className?: string | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  const outside = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return;
    editor.mount(place.current);
    return () => editor.unmount();
  }, [editor]);

  useEffect(() => {
    const text = place.current;
    const exit = outside.current;
    if (text === null || exit === null) return;
    const left = new AbortController();
    text.addEventListener(leaveTextEvent, () => exit.focus(), { signal: left.signal });
    exit.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Tab' || !pressed.shiftKey) return;
        pressed.preventDefault();
        lastStopBefore(text)?.focus();
      },
      { signal: left.signal },
    );
    return () => left.abort();
  }, []);

  return (
    <>
      <div ref={place} className={className} />
      <span ref={outside} tabIndex={-1} className={styles.outside}>
        Outside the text
      </span>
    </>
  );
}
