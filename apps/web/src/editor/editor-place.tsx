import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef } from 'react';

/** Where an editor stands on the page. It keeps its state when it is taken away and put back. */
export function EditorPlace({
  editor,
  className,
}: {
  readonly editor: Editor;
  readonly className?: string | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return;
    editor.mount(place.current);
    return () => editor.unmount();
  }, [editor]);
  return <div ref={place} className={className} />;
}
