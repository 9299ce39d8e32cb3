import { memo } from 'preact/compat';
import { exactly } from '../lib/event_facts';
import { kinds, machineOf } from '../lib/event_words';
import { moment } from '../lib/health_words';
import { Gap, type Entry } from '../model/events_merge';
import { Ago } from './ago';
import { Mark } from './mark';

interface EventRowProps {
  entry: Entry;
  /** Its id in the document, by which the list says which one the keyboard is at. */
  id: string;
  top: number;
  place: number;
  count: number;
  current: boolean;
  opened: boolean;
  /** What this Nova calls itself as a source. */
  ours: string;
  onOpen: (id: string) => void;
}

/** "Events between 10:42 and 10:44 are not known". */
export function gapWords({ from, until }: Gap, now: Date): string {
  return `Events between ${moment(new Date(from), now)} and ${moment(new Date(until), now)} are not known`;
}

/** One event: how it is since then, what happened, of which kind, on which machine and when. */
export const EventRow = memo(({ entry, id, top, place, count, current, opened, ours, onOpen }: EventRowProps) => {
  const isGap = entry instanceof Gap;
  const machine = isGap || entry.event.source === ours ? '' : machineOf(entry.event.source);
  return (
    <div
      id={id}
      class={isGap ? 'event event-gap' : 'event'}
      role="option"
      aria-selected={opened}
      aria-disabled={isGap}
      aria-posinset={place}
      aria-setsize={count}
      data-current={current}
      style={{ top: `${top}px` }}
      onClick={() => onOpen(entry.id)}
    >
      {isGap ? (
        <>
          <Mark kind="attention" />
          <span class="event-words">{gapWords(entry, new Date())}</span>
        </>
      ) : (
        <>
          <Mark kind={entry.mark} />
          <span class="event-words" title={entry.sentence}>
            {entry.sentence}
          </span>
          <span class="event-kind">{kinds[entry.kind].words}</span>
          {machine && <span class="event-machine">{machine}</span>}
          <span class="event-time" title={exactly(entry.event.timestamp)}>
            <Ago at={entry.event.timestamp} />
          </span>
        </>
      )}
    </div>
  );
});
