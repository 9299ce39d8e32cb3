import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What is moved to another place in the document loses the focus: this gives it back where the order changed. */
export function useKeptFocus(list: RefObject<HTMLElement>, order: string): void {
  const before = document.activeElement;
  useLayoutEffect(() => {
    if (!(before instanceof HTMLElement) || document.activeElement === before || !list.current?.contains(before))
      return;
    before.focus({ preventScroll: true });
    before.closest('[data-server]')?.scrollIntoView({ block: 'nearest' });
  }, [order]);
}
