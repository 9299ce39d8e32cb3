import type { NovaEvent } from '../api/types';
import type { MarkKind } from '../components/mark';
import { eventMark, eventSentence, kindOf, searchText, type Kind } from '../lib/event_words';

/** An event as it is kept. What is said of it is made when somebody looks, once. */
export class KnownEvent {
  #sentence: string | undefined;
  #searchText: string | undefined;
  #mark: MarkKind | undefined;

  constructor(
    readonly event: NovaEvent,
    /** Of the server's run that numbered it. */
    readonly epoch: string,
    /** What it takes in memory, roughly: for a limit, not for an account. */
    readonly bytes: number = roughBytes(event.data),
  ) {}

  get id(): string {
    return this.event.id;
  }

  get kind(): Kind {
    return kindOf(this.event);
  }

  get sentence(): string {
    return (this.#sentence ??= eventSentence(this.event));
  }

  get mark(): MarkKind {
    return (this.#mark ??= eventMark(this.event));
  }

  /** In small letters. */
  get searchText(): string {
    return (this.#searchText ??= searchText(this.event, this.sentence));
  }
}

/** A stretch of time of which this page does not know what happened. */
export class Gap {
  readonly bytes = 0;

  constructor(
    readonly id: string,
    readonly epoch: string,
    /** The number of the last event before it; 0 where Nova was started anew. */
    readonly after: number,
    readonly from: string,
    readonly until: string,
  ) {}
}

export type Entry = KnownEvent | Gap;

const node = 24;

function roughBytes(value: unknown): number {
  if (typeof value === 'string') return node + 2 * value.length;
  if (typeof value !== 'object' || value === null) return node;
  let bytes = node;
  for (const [key, entry] of Object.entries(value)) bytes += 2 * key.length + roughBytes(entry);
  return bytes;
}

/** Where an entry stands within its epoch: a gap is right behind what is known before it. */
const place = (entry: Entry) => (entry instanceof Gap ? entry.after + 0.5 : entry.event.seq);

/**
 * What is known, the oldest first, with what the server still had of its present run. An event is there once. A gap
 * that is filled goes, and what is left of one is as small as can be. A pure function.
 */
export function withHistory(known: readonly Entry[], epoch: string, history: readonly NovaEvent[], startedAt: string): Entry[] {
  const ids = new Set(known.map(({ id }) => id));
  const news = history.filter(({ id }) => !ids.has(id)).map((event) => new KnownEvent(event, epoch));
  const earlier = known.filter((entry) => entry.epoch !== epoch);
  const present: Entry[] = [...known.filter((entry) => entry.epoch === epoch), ...news];
  present.sort((left, right) => place(left) - place(right));
  const told = present.flatMap((entry, index): Entry[] => {
    if (!(entry instanceof Gap)) return [entry];
    const next = present.slice(index + 1).find((one) => one instanceof KnownEvent);
    if (!next) return [entry];
    const isWhole = place(next) === entry.after + 1;
    if (isWhole && entry.after > 0) return [];
    // Of a new run all is known from its start on.
    const until = isWhole ? startedAt : (next as KnownEvent).event.timestamp;
    return [new Gap(entry.id, entry.epoch, entry.after, entry.from, until < entry.from ? entry.from : until)];
  });
  return [...earlier, ...told];
}
