import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from './keys';

interface EventKeys {
  list: RefObject<HTMLElement>;
  filter: RefObject<HTMLInputElement>;
  /** By so many rows; to the first or last with an infinite number. */
  move: (rows: number) => void;
  open: () => void;
  /** Closes the details or, where none are open, shows all; false where there is neither. */
  leave: () => boolean;
  clearFilter: () => void;
  pause: () => void;
  copy: () => void;
  copyAll: () => void;
}

const page = 10;

/** The keys of the Events page: `/`, `j`, `k`, arrows, Home, End, Enter, Escape, `p`, `c` and `C`. */
export function useEventKeys(keys: EventKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { list, filter, move, open, leave, clearFilter, pause, copy, copyAll } = latest.current;
      const inField = event.target === filter.current;
      const inList = event.target === list.current;
      const go = (rows: number) => {
        list.current?.focus({ preventScroll: true });
        move(rows);
      };
      const moves: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
      const inListOnly: Record<string, number> = { PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
      if (inField && event.key === 'Escape') {
        clearFilter();
        filter.current?.blur();
      } else if (inField && (event.key === 'ArrowDown' || event.key === 'Enter')) {
        go(1);
      } else if (isTyping(event) || document.querySelector('dialog[open]')) {
        return;
      } else if (event.key === '/') {
        filter.current?.focus();
        filter.current?.select();
      } else if (event.key in moves && !isScrolling(event)) {
        go(moves[event.key] as number);
      } else if (event.key in inListOnly && inList) {
        go(inListOnly[event.key] as number);
      } else if (event.key === 'Enter' && inList) {
        open();
      } else if (event.key === 'Escape') {
        if (!leave()) return;
        list.current?.focus({ preventScroll: true });
      } else if (event.key === 'p' && !event.repeat) {
        pause();
      } else if (event.key === 'c') {
        copy();
      } else if (event.key === 'C') {
        copyAll();
      } else {
        return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** The arrows belong to what scrolls by itself. */
function isScrolling({ key, target }: KeyboardEvent): boolean {
  return key.startsWith('Arrow') && target instanceof Element && target.closest('pre') !== null;
}
