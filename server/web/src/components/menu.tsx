import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface MenuEntry {
  words: string;
  /** The key that does the same. */
  shortcut?: string | undefined;
  isSevere?: boolean | undefined;
  isRefused?: boolean | undefined;
  run: () => void;
}

interface MenuProps {
  label: string;
  /** The button that it belongs to. */
  button: HTMLElement;
  entries: readonly MenuEntry[];
  /** Why some of the entries do nothing. */
  refused?: string | undefined;
  onClose: () => void;
}

const gap = 4;

/** A menu at a button. Arrows, Home and End go through it, Enter chooses, Escape and a click elsewhere close it. */
export function Menu({ label, button, entries, refused, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.showPopover();
    place(element, button.getBoundingClientRect());
    items(element)[0]?.focus({ preventScroll: true });
    button.setAttribute('aria-expanded', 'true');
    return () => button.setAttribute('aria-expanded', 'false');
  }, [button]);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !button.contains(target)) onClose();
    };
    addEventListener('pointerdown', outside);
    addEventListener('resize', onClose);
    addEventListener('blur', onClose);
    addEventListener('scroll', onClose, { capture: true, passive: true });
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('resize', onClose);
      removeEventListener('blur', onClose);
      removeEventListener('scroll', onClose, { capture: true });
    };
  }, [button, onClose]);

  const leave = () => {
    button.focus({ preventScroll: true });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of the page do not reach through an open menu.
    event.stopPropagation();
    const all = box.current ? items(box.current) : [];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') return leave();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} class="menu" popover="manual" onKeyDown={onKeyDown}>
      <div role="menu" aria-label={label} aria-describedby={refused ? `${id}-why` : undefined}>
        {entries.map(({ words, shortcut, isSevere, isRefused, run }) => (
          <button
            key={words}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={isSevere ? 'severe' : undefined}
            aria-disabled={isRefused}
            onClick={() => {
              leave();
              run();
            }}
          >
            <span>{words}</span>
            {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
          </button>
        ))}
      </div>
      {refused && (
        <p class="menu-why muted" id={`${id}-why`}>
          {refused}
        </p>
      )}
    </div>
  );
}

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

/** Below the button, or above it where there is more room, and never beyond the edge of the window. */
function place(menu: HTMLElement, at: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + gap + height <= innerHeight;
  const top = below ? at.bottom + gap : Math.max(gap, at.top - gap - height);
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(gap, Math.min(at.right - width, innerWidth - width - gap))}px`;
}
