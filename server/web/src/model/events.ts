import type { Backlog, NovaEvent, NovaState } from '../api/types';
import { Store } from '../lib/store';
import { Gap, KnownEvent, withHistory, type Entry } from './events_merge';
import { readHistory } from './events_history';

/** What the Events page shows. */
export interface EventsView {
  /** The oldest first. */
  entries: readonly Entry[];
  /** How many of the oldest had to go. */
  letGo: number;
  paused: boolean;
  /** How many came since it was paused. */
  waiting: number;
  /** What happened earlier is being asked for. */
  reading: boolean;
  /** Why what happened earlier could not be read; empty otherwise. */
  problem: string;
}

export interface EventLimits {
  events: number;
  /** Roughly, of their data. */
  bytes: number;
}

const nothing: EventsView = { entries: [], letGo: 0, paused: false, waiting: 0, reading: false, problem: '' };

/** How long events are collected before the page shows them: a hundred in a second cost it twenty changes. */
const tick = 50;

/**
 * What happened, as far as this page knows: live from the start on, and what the server has from before, which is asked
 * for when somebody first looks. Owned by Nova.
 */
export class EventList {
  readonly view = new Store<EventsView>(nothing);

  #shown: Entry[] = [];
  #waiting: Entry[] = [];
  /** Of all of them, so that none is there twice. */
  readonly #ids = new Set<string>();
  #bytes = 0;
  #letGo = 0;
  #epoch = '';
  #seq = 0;
  #startedAt = '';
  #wanted = false;
  #reads = 0;
  #gaps = 0;
  /** When the connection was lost. */
  #lostAt = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ask: (epoch: string, seq: number) => Promise<Backlog>,
    private readonly limits: EventLimits = { events: 10_000, bytes: 24 * 1024 * 1024 },
  ) {}

  /** From here on events are told live. */
  begin(state: NovaState): void {
    this.#position(state);
    if (this.#wanted) void this.read();
  }

  /** Somebody looks. */
  want(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    if (this.#epoch) void this.read();
  }

  /** The connection. */
  lost(): void {
    this.#lostAt ||= new Date().toISOString();
  }

  /** What happened cannot be told one by one: the stream goes on after this state. */
  missed(state: NovaState): void {
    const after = state.epoch === this.#epoch ? this.#seq : 0;
    const now = new Date().toISOString();
    this.#add(new Gap(`gap-${++this.#gaps}`, state.epoch, after, this.#lostAt || now, now));
    this.#position(state);
    if (this.#wanted) void this.read();
  }

  take(event: NovaEvent): void {
    const before = this.#lostAt || event.timestamp;
    const isGap = event.seq > this.#seq + 1;
    if (isGap) this.#add(new Gap(`gap-${++this.#gaps}`, this.#epoch, this.#seq, before, event.timestamp));
    this.#lostAt = '';
    if (event.seq > this.#seq) this.#seq = event.seq;
    if (this.#ids.has(event.id)) return;
    this.#add(new KnownEvent(event, this.#epoch));
    if (isGap && this.#wanted) void this.read();
    this.#timer ??= setTimeout(() => this.#flush(), tick);
  }

  setPaused(paused: boolean): void {
    this.view.set({ ...this.view.get(), paused });
    this.#flush();
  }

  /** Asks for what happened earlier; what comes meanwhile waits for that. */
  async read(): Promise<void> {
    const read = ++this.#reads;
    this.view.set({ ...this.view.get(), reading: true });
    let problem = '';
    try {
      const history = await readHistory(this.ask, this.#epoch, this.#seq);
      if (read === this.#reads) this.#merge(history);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    // Another one is on its way.
    if (read !== this.#reads) return;
    this.view.set({ ...this.view.get(), reading: false, problem });
    this.#flush();
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#reads++;
    this.#wanted = false;
    this.#shown = [];
    this.#waiting = [];
    this.#ids.clear();
    this.#bytes = 0;
    this.#letGo = 0;
    this.#epoch = '';
    this.view.set(nothing);
  }

  #position(state: NovaState): void {
    this.#epoch = state.epoch;
    this.#seq = state.seq;
    this.#startedAt = state.instance.started_at;
    this.#lostAt = '';
  }

  #add(entry: Entry): void {
    this.#waiting.push(entry);
    this.#ids.add(entry.id);
    this.#bytes += entry.bytes;
  }

  /** The oldest go first, wherever they are. */
  #bound(): void {
    const most = this.limits;
    let gone = 0;
    while (this.#ids.size > most.events || (this.#bytes > most.bytes && this.#ids.size > 1)) {
      const oldest = this.#shown[gone] ?? this.#waiting[gone - this.#shown.length];
      if (!oldest) break;
      gone++;
      this.#ids.delete(oldest.id);
      this.#bytes -= oldest.bytes;
    }
    if (gone === 0) return;
    const ofWaiting = Math.max(0, gone - this.#shown.length);
    this.#shown = this.#shown.slice(gone);
    if (ofWaiting > 0) this.#waiting = this.#waiting.slice(ofWaiting);
    this.#letGo += gone;
  }

  #merge(history: readonly NovaEvent[]): void {
    const newest = this.#shown.at(-1);
    const all = withHistory([...this.#shown, ...this.#waiting], this.#epoch, history, this.#startedAt);
    // What came since it was paused goes on waiting.
    const shown = newest && this.view.get().paused ? all.findIndex(({ id }) => id === newest.id) + 1 : 0;
    this.#shown = all.slice(0, shown);
    this.#waiting = all.slice(shown);
    this.#ids.clear();
    this.#bytes = 0;
    for (const { id, bytes } of all) {
      this.#ids.add(id);
      this.#bytes += bytes;
    }
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#bound();
    const { paused, reading } = this.view.get();
    if (!paused && !reading && this.#wanted) {
      this.#shown = [...this.#shown, ...this.#waiting];
      this.#waiting = [];
    }
    const waiting = paused ? this.#waiting.length : 0;
    this.view.set({ ...this.view.get(), entries: this.#shown, letGo: this.#letGo, waiting });
  }
}
