import { useEffect, useRef, useState } from 'preact/hooks';

/** As many as a tall screen shows, and as many as can be added between two pictures. */
const step = 40;

/** How many are drawn next, of `length` of them. */
export function grown(drawn: number, length: number): number {
  return Math.min(drawn + step, Math.max(length, step));
}

/**
 * How many items of a long list to draw: the first ones at once, the others in between, so that nobody waits for those
 * that nobody sees yet. Begins anew when `what` is shown is another.
 */
export function useGrowing(length: number, what: string): number {
  const [drawn, setDrawn] = useState(step);
  const before = useRef(what);
  const isOther = before.current !== what;
  before.current = what;
  const now = isOther ? step : drawn;

  useEffect(() => {
    if (now !== drawn) setDrawn(now);
    if (now >= length) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setDrawn(grown(now, length)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [now, drawn, length]);
  return now;
}
