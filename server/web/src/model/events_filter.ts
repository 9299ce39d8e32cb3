import { kindNames, type Kind } from '../lib/event_words';
import { addressOf, type Route } from '../lib/route';
import { plural } from '../lib/words';
import { Gap, type Entry } from './events_merge';

export interface EventsFilter {
  /** Of these only; of all where it is empty. */
  kinds: readonly Kind[];
  /** Words that all have to be in it. */
  text: string;
}

/** What the address says: `#/events?kind=health,tasks&q=gmail`. */
export function filterOf({ query }: Route): EventsFilter {
  const named = (query.kind ?? '').split(',');
  return { kinds: kindNames.filter((kind) => named.includes(kind)), text: query.q ?? '' };
}

export function eventsAddress({ kinds, text }: EventsFilter, opened?: string): string {
  return addressOf('events', opened === undefined ? [] : [opened], { kind: kinds.join(','), q: text });
}

export function isNarrowed({ kinds, text }: EventsFilter): boolean {
  return kinds.length > 0 || text.trim() !== '';
}

/** Those that the filter lets through, the newest first. What is not known has no kind and no words: it stays. */
export function filtered(entries: readonly Entry[], filter: EventsFilter): Entry[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown: Entry[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as Entry;
    const fits =
      entry instanceof Gap ||
      ((filter.kinds.length === 0 || filter.kinds.includes(entry.kind)) &&
        words.every((word) => entry.searchText.includes(word)));
    if (fits) shown.push(entry);
  }
  return shown;
}

export const countEvents = (entries: readonly Entry[]) =>
  entries.reduce((sum, entry) => sum + (entry instanceof Gap ? 0 : 1), 0);

/** "12 of 812 events · 300 older let go". */
export function summaryOf(shown: number, total: number, letGo: number): string {
  if (total === 0) return '';
  const all = plural(total, 'event');
  const words = shown === total ? all : `${shown.toLocaleString('en')} of ${all}`;
  return letGo > 0 ? `${words} · ${letGo.toLocaleString('en')} older let go` : words;
}

export function waitingWords(count: number): string {
  return count === 0 ? 'nothing new' : `${count.toLocaleString('en')} new`;
}
