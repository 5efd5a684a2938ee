import {
  createContext,
  type ReactNode,
  type ToggleEvent,
  use,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import styles from './pop-menu.module.css';
import { buttonsIn, moveFocus } from './roving-focus.ts';

/** What the button of a {@link PopMenu} has to take over. */
export interface MenuButton {
  readonly popoverTarget: string;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
}

const CloseMenu = createContext<(choose: () => void) => void>(() => undefined);

/**
 * A button that opens a short list of things to do, on the browser's own popover, which brings Escape,
 * dismissal and the top layer along. It stands under its button, or above where there is more room.
 * @param label names the list
 * @param onDone puts the focus somewhere else than on the button after a choice or Escape
 */
export function PopMenu({
  label,
  button,
  onDone,
  children,
}: {
  readonly label: string;
  readonly button: (props: MenuButton) => ReactNode;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  const close = () => {
    menu.current?.hidePopover();
    onDone?.();
  };
  const toggled = ({ newState, currentTarget }: ToggleEvent<HTMLDivElement>) => {
    if (newState !== 'open') {
      setIsOpen(false);
      return;
    }
    const opener = document.querySelector(`[popovertarget="${id}"]`);
    if (opener) place(currentTarget, opener.getBoundingClientRect());
    buttonsIn(currentTarget)[0]?.focus();
  };

  return (
    <>
      {button({ popoverTarget: id, 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        // The list has to be there when the browser shows it.
        onBeforeToggle={({ newState }) => newState === 'open' && flushSync(() => setIsOpen(true))}
        onToggle={toggled}
        onKeyDown={(pressed) => {
          if (pressed.key === 'Escape' || pressed.key === 'Tab') {
            pressed.preventDefault();
            close();
          } else moveFocus(pressed, ['ArrowUp', 'ArrowDown']);
          // The group that the menu opens from has arrow keys of its own.
          pressed.stopPropagation();
        }}
      >
        <CloseMenu
          value={(choose) => {
            menu.current?.hidePopover();
            choose();
            onDone?.();
          }}
        >
          {/* A list that is closed costs nothing. */}
          {isOpen && children}
        </CloseMenu>
      </div>
    </>
  );
}

/** One thing to do in a {@link PopMenu}. */
export function PopItem({
  isHere = false,
  onChoose,
  children,
}: {
  /** Whether it leads to where one is. */
  readonly isHere?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  const close = use(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={styles.item}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => close(onChoose)}
    >
      {children}
    </button>
  );
}

/** Parts what leads to one kind of place from what leads to another. */
export function PopRule() {
  return <hr className={styles.rule} />;
}

/** Space between a menu and its button, and between it and the edge of the screen, in pixels. */
const gap = 4;
const edge = 8;

function place(menu: HTMLElement, button: DOMRect): void {
  const screen = window.visualViewport;
  const top = screen?.offsetTop ?? 0;
  const bottom = top + (screen?.height ?? window.innerHeight);
  const below = bottom - button.bottom - gap - edge;
  const above = button.top - top - gap - edge;
  const opensUp = below < menu.scrollHeight && above > below;
  const { style } = menu;
  style.maxHeight = `${Math.max(120, opensUp ? above : below)}px`;
  const left = Math.min(button.left, window.innerWidth - menu.offsetWidth - edge);
  style.left = `${Math.max(edge, left)}px`;
  style.top = opensUp
    ? `${Math.max(top + edge, button.top - gap - menu.offsetHeight)}px`
    : `${button.bottom + gap}px`;
}
