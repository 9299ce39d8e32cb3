import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWindowRows } from '../lib/window_rows';
import type { Entry } from '../model/events_merge';
import { EventRow } from './event_row';

interface EventListProps {
  list: RefObject<HTMLDivElement>;
  /** The newest first. */
  entries: readonly Entry[];
  /** Where the keyboard is, and whose details are open. */
  current: string | undefined;
  opened: string | undefined;
  ours: string;
  onOpen: (id: string) => void;
  /** Changes with the filter: what is new is counted from there on. */
  filter: string;
}

export const optionId = (id: string) => `event-${id}`;

/**
 * The events as rows, of which only those in sight are made. What comes in while somebody reads further down does not
 * move what is read. One stop for Tab; the keys of the page move within.
 */
export function EventListBox({ list, entries, current, opened, ours, onOpen, filter }: EventListProps) {
  const { first, end, rowHeight, isAtTop } = useWindowRows(list, entries.length);
  const [unseen, setUnseen] = useState(0);
  const known = useRef({ newest: entries[0]?.id, filter });

  useLayoutEffect(() => {
    const before = known.current;
    known.current = { newest: entries[0]?.id, filter };
    if (before.filter !== filter || before.newest === undefined) {
      setUnseen(0);
      return;
    }
    const added = entries.findIndex(({ id }) => id === before.newest);
    if (added <= 0 || scrollY < rowHeight) return;
    scrollBy({ top: added * rowHeight, behavior: 'instant' });
    setUnseen((count) => count + added);
  }, [entries, filter]);
  useLayoutEffect(() => {
    if (isAtTop) setUnseen(0);
  }, [isAtTop]);

  const rows = entries.slice(first, end).map((entry, index) => ({ entry, row: first + index }));
  // Where the keyboard is has to be there for whoever is told of it.
  const at = current === undefined ? -1 : entries.findIndex(({ id }) => id === current);
  const kept = entries[at];
  if (kept && (at < first || at >= end)) rows.push({ entry: kept, row: at });
  return (
    <>
      {unseen > 0 && (
        <div class="events-new">
          <button type="button" class="button primary small" onClick={() => scrollTo({ top: 0, behavior: 'instant' })}>
            {unseen.toLocaleString('en')} new above
          </button>
        </div>
      )}
      <div
        ref={list}
        class="event-list"
        role="listbox"
        aria-label="Events"
        tabIndex={0}
        aria-activedescendant={kept ? optionId(kept.id) : undefined}
        style={{ height: `${entries.length * rowHeight}px` }}
      >
        {rows.map(({ entry, row }) => (
          <EventRow
            key={entry.id}
            entry={entry}
            id={optionId(entry.id)}
            top={row * rowHeight}
            place={row + 1}
            count={entries.length}
            current={entry.id === current}
            opened={entry.id === opened}
            ours={ours}
            onOpen={onOpen}
          />
        ))}
      </div>
    </>
  );
}
