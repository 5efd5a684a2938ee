import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './menu.module.css';

/**
 * A button that opens a short list of things to do.
 * @param trigger the button; it must take a ref and props, as `Button` does
 * @param onClosed puts the focus somewhere else than on the button when the menu has closed
 */
export function Menu({
  trigger,
  onClosed,
  children,
}: {
  readonly trigger: ReactNode;
  readonly onClosed?: () => void;
  readonly children: ReactNode;
}) {
  // Not modal: a modal menu locks the page's scrolling with a style element, which the content
  // security policy refuses. Not in a portal: it keeps the theme and the landmark of its button.
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        className={styles.menu}
        align="end"
        sideOffset={4}
        loop
        onCloseAutoFocus={(closing) => {
          if (onClosed === undefined) return;
          closing.preventDefault();
          onClosed();
        }}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

/** One thing to do in a {@link Menu}. */
export function MenuItem({
  onChoose,
  disabled = false,
  children,
}: {
  readonly onChoose: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={onChoose}>
      {children}
    </DropdownMenu.Item>
  );
}
