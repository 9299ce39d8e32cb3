import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Beyond what is seen, so that fast scrolling does not show an empty place. */
const spare = 8;

export interface WindowRows {
  /** The rows to draw: from `first` up to before `end`. */
  first: number;
  end: number;
  /** In pixels. */
  rowHeight: number;
  /** The list's beginning is in sight. */
  isAtTop: boolean;
}

const phone = '(max-width: 47.99rem)';

/** In pixels; on a phone a row has two lines. The style sheet has the same. */
export function rowHeightNow(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return rem * (matchMedia(phone).matches ? 3.5 : 2.5);
}

/** Which rows of a long list are to be drawn, all of one height, in a page that scrolls as a whole. */
export function useWindowRows(list: RefObject<HTMLElement>, count: number): WindowRows {
  const [span, setSpan] = useState(() => ({ first: 0, end: 40, isAtTop: true, rowHeight: rowHeightNow() }));

  const look = () => {
    const box = list.current?.getBoundingClientRect();
    if (!box) return;
    const rowHeight = rowHeightNow();
    const first = Math.max(0, Math.floor(-box.top / rowHeight) - spare);
    const end = Math.ceil((innerHeight - box.top) / rowHeight) + spare;
    const isAtTop = scrollY < rowHeight;
    const next = { first, end, isAtTop, rowHeight };
    setSpan((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
  };
  const latest = useRef(look);
  latest.current = look;

  useLayoutEffect(look, [count]);
  useEffect(() => {
    const follow = () => latest.current();
    addEventListener('scroll', follow, { passive: true });
    addEventListener('resize', follow, { passive: true });
    return () => {
      removeEventListener('scroll', follow);
      removeEventListener('resize', follow);
    };
  }, []);
  const end = Math.min(count, span.end);
  return { ...span, first: Math.min(span.first, end), end };
}
