import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const wide = '(min-width: 64rem)';

/** Whether there is room for details beside a list; otherwise they stand under their server. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(wide).matches);
  useEffect(() => {
    const query = matchMedia(wide);
    const follow = () => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}

interface BesideProps {
  /** What stands beside the content; nothing where there is nothing to show, or no room. */
  panel: ComponentChildren;
  children: ComponentChildren;
}

/** A page's content, and a panel at its side that stays in sight. */
export function Beside({ panel, children }: BesideProps) {
  return (
    <div class={panel ? 'beside' : undefined}>
      <div class="beside-content">{children}</div>
      {panel && <aside class="beside-panel">{panel}</aside>}
    </div>
  );
}
