import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** So long nothing has to be touched before the list moves although the pointer or the focus is in it. */
const peace = 5000;
const pace = 500;

const isIn = (list: HTMLElement) => list.matches(':hover') || list.contains(document.activeElement);

/**
 * The names that stand first in a list: `wanted`, but not at once while somebody points at the list or works in it.
 * Nothing moves away under a finger. Another `order` is what somebody asked for just now.
 */
export function useCalmFirst(wanted: readonly string[], list: RefObject<HTMLElement>, order = ''): ReadonlySet<string> {
  const [shown, setShown] = useState<ReadonlySet<string>>(() => new Set(wanted));
  const focused = useRef<Element | null>(null);
  const key = [order, ...wanted].join('\n');
  const shownKey = useRef(key);
  const shownOrder = useRef(order);

  useEffect(() => {
    if (shownKey.current === key) return undefined;
    let touchedAt = Date.now();
    const touched = () => {
      touchedAt = Date.now();
    };
    const look = () => {
      const isAsked = order !== shownOrder.current;
      if (!isAsked && list.current && isIn(list.current) && Date.now() - touchedAt < peace) return;
      focused.current = document.activeElement;
      shownKey.current = key;
      shownOrder.current = order;
      setShown(new Set(wanted));
    };
    look();
    const timer = setInterval(look, pace);
    const kinds = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const kind of kinds) removeEventListener(kind, touched);
    };
  }, [key, shown]);

  // What is moved in the document loses the focus.
  useLayoutEffect(() => {
    const before = focused.current;
    focused.current = null;
    if (before instanceof HTMLElement && before.isConnected && document.activeElement !== before)
      before.focus({ preventScroll: true });
  }, [shown]);
  return shown;
}
