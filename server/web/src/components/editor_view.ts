import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** More lines than are in sight are drawn, so that a quick wheel finds them there. */
const around = 12;

export interface EditorView {
  lineHeight: number;
  /** The lines that are drawn. */
  from: number;
  to: number;
  /** Tells that the field was scrolled. */
  onScroll: () => void;
}

/**
 * What of a text field is in sight, as far as its lines all have one height. What `followers` hold is moved with the
 * text, without drawing anything anew.
 */
export function useEditorView(
  field: RefObject<HTMLTextAreaElement>,
  followers: readonly RefObject<HTMLElement>[],
  lines: number,
): EditorView {
  const [lineHeight, setLineHeight] = useState(21);
  const [sight, setSight] = useState({ first: 1, count: 60 });

  const onScroll = () => {
    const element = field.current;
    if (!element) return;
    const { scrollTop, scrollLeft } = element;
    for (const { current } of followers) {
      current?.style.setProperty('--scroll-top', `${-scrollTop}px`);
      current?.style.setProperty('--scroll-left', `${-scrollLeft}px`);
    }
    // In steps, so that most scrolling draws nothing.
    const first = Math.max(1, Math.floor(scrollTop / lineHeight / (around / 2)) * (around / 2));
    const count = Math.ceil(element.clientHeight / lineHeight);
    setSight((before) => (before.first === first && before.count === count ? before : { first, count }));
  };

  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const measure = () => {
      setLineHeight(Number.parseFloat(getComputedStyle(element).lineHeight) || 21);
      onScroll();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [lineHeight]);
  // A text that became shorter may have moved under the field.
  useLayoutEffect(onScroll, [lines, lineHeight]);

  return {
    lineHeight,
    from: Math.min(Math.max(1, sight.first - around), lines),
    to: Math.min(sight.first + sight.count + around, lines),
    onScroll,
  };
}
