import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { Beside, useIsWide } from '../components/beside';
import { EventDetails } from '../components/event_details';
import { EventKinds } from '../components/event_kinds';
import { EventListBox } from '../components/event_list';
import { EventsPaused, EventsProblem, NoneMatches, NothingHappened } from '../components/event_notes';
import { FilterField } from '../components/filter_field';
import { Page } from '../components/page';
import { copyText } from '../lib/clipboard';
import { useEventKeys } from '../lib/event_keys';
import { eventJson } from '../lib/event_facts';
import { amendAddress, goTo, type Route } from '../lib/route';
import { useStore } from '../lib/store';
import { rowHeightNow } from '../lib/window_rows';
import { plural } from '../lib/words';
import { countEvents, eventsAddress, filtered, filterOf, isNarrowed, summaryOf } from '../model/events_filter';
import { KnownEvent } from '../model/events_merge';
import { useNova } from '../model/nova';

/** What happens, as it happens, the newest first. */
export function EventsPage({ state, route }: { state: NovaState; route: Route }) {
  const { events, toasts } = useNova();
  const { entries, letGo, paused, waiting, reading, problem } = useStore(events.view);
  const isWide = useIsWide();
  const filter = filterOf(route);
  const filterKey = JSON.stringify(filter);
  const shown = useMemo(() => filtered(entries, filter), [entries, filterKey]);
  const total = useMemo(() => countEvents(entries), [entries]);
  const count = useMemo(() => countEvents(shown), [shown]);
  const [opened] = route.path;
  const [current, setCurrent] = useState(opened);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const scrolled = useRef(0);
  // What is open stays, also when it has to leave the list.
  const kept = useRef<KnownEvent | undefined>(undefined);
  useEffect(() => events.want(), [events]);

  const found = entries.find(({ id }) => id === opened);
  if (found instanceof KnownEvent) kept.current = found;
  const detailed = kept.current?.id === opened ? kept.current : undefined;
  const isAlone = !isWide && opened !== undefined;
  useLayoutEffect(() => {
    scrollTo({ top: isAlone ? 0 : scrolled.current, behavior: 'instant' });
  }, [isAlone]);

  const at = shown.findIndex(({ id }) => id === current);
  const open = (id: string) => {
    setCurrent(id);
    list.current?.focus({ preventScroll: true });
    if (!(entries.find((one) => one.id === id) instanceof KnownEvent)) return;
    if (!isWide) scrolled.current = scrollY;
    goTo(eventsAddress(filter, id === opened ? undefined : id));
  };
  const close = () => goTo(eventsAddress(filter));
  const showAll = () => goTo(eventsAddress({ kinds: [], text: '' }, opened));
  const resume = () => events.setPaused(!paused);
  const move = (rows: number) => {
    // The first step goes to what is seen, wherever that is.
    const top = list.current?.getBoundingClientRect().top ?? 0;
    const from = at < 0 ? Math.max(0, Math.ceil(-top / rowHeightNow())) - Math.sign(rows) : at;
    const row = Math.min(Math.max(from + rows, 0), shown.length - 1);
    const entry = shown[row];
    if (!entry) return;
    setCurrent(entry.id);
    reveal(list.current, row);
    // The details go along with the keyboard.
    if (opened !== undefined && entry instanceof KnownEvent) amendAddress(eventsAddress(filter, entry.id));
  };
  const copy = async () => {
    const known = detailed ?? shown[at];
    if (known instanceof KnownEvent && (await copyText(eventJson(known.event))))
      toasts.show('The event is copied as JSON.');
  };
  const copyAll = async () => {
    const all = shown.flatMap((entry) => (entry instanceof KnownEvent ? [entry.event] : []));
    if (all.length > 0 && (await copyText(JSON.stringify(all, null, 2))))
      toasts.show(`${plural(all.length, 'event')} ${all.length === 1 ? 'is' : 'are'} copied as JSON.`);
  };
  const leave = () => {
    if (opened !== undefined) close();
    else if (isNarrowed(filter)) showAll();
    else return false;
    return true;
  };
  const clearFilter = () => amendAddress(eventsAddress({ ...filter, text: '' }, opened));
  useEventKeys({
    list,
    filter: field,
    move,
    open: () => shown[at] && open(shown[at].id),
    leave,
    clearFilter,
    pause: resume,
    copy: () => void copy(),
    copyAll: () => void copyAll(),
  });

  const details = opened !== undefined && !(reading && !detailed) && (
    <EventDetails known={detailed} takesFocus={isAlone} onCopy={() => void copy()} onClose={close} />
  );
  return (
    <Page
      title="Events"
      summary={total > 0 && <p class="counts">{summaryOf(count, total, letGo)}</p>}
      tools={
        !isAlone && (
          <div class="event-tools">
            <FilterField
              field={field}
              label="Filter the events"
              value={filter.text}
              onValue={(text) => amendAddress(eventsAddress({ ...filter, text }, opened))}
            />
            <button type="button" class="button" disabled={count === 0} onClick={() => void copyAll()}>
              Copy all<span class="unseen"> that are shown as JSON</span>
            </button>
            <button type="button" class="button" onClick={resume}>
              {paused ? 'Resume' : 'Pause'}
            </button>
          </div>
        )
      }
    >
      {isAlone && details}
      {!isAlone && (
        <Beside panel={details}>
          <EventKinds
            chosen={filter.kinds}
            onChosen={(kinds) => goTo(eventsAddress({ ...filter, kinds }, opened))}
          />
          {paused && <EventsPaused waiting={waiting} onResume={resume} />}
          {problem && <EventsProblem problem={problem} onRetry={() => void events.read()} />}
          {shown.length > 0 && (
            <EventListBox
              list={list}
              entries={shown}
              current={current}
              opened={opened}
              ours={state.instance.name}
              onOpen={open}
              filter={filterKey}
            />
          )}
          {shown.length === 0 && total > 0 && <NoneMatches onAll={showAll} />}
          {shown.length === 0 && total === 0 && (reading ? <p class="muted">Reading…</p> : <NothingHappened />)}
        </Beside>
      )}
    </Page>
  );
}

/** Scrolls as little as is needed; above and below there are the header and the status line. */
function reveal(list: HTMLElement | null, row: number): void {
  if (!list) return;
  const top = list.getBoundingClientRect().top + row * rowHeightNow();
  const [least, most] = [128, innerHeight - 112 - rowHeightNow()];
  const by = top < least ? top - least : top > most ? top - most : 0;
  // To the very first with all that is above it.
  if (row === 0) scrollTo({ top: 0, behavior: 'instant' });
  else if (by !== 0) scrollBy({ top: by, behavior: 'instant' });
}
