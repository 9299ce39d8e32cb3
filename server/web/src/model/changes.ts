import type { NovaEvent, PromptUpdated, SystemHealth } from '../api/types';
import { statusOf } from '../lib/health_words';
import { Store } from '../lib/store';
import { from, plural } from '../lib/words';

/** A change that came from elsewhere, to be pointed out for a while. */
export interface Change {
  /** Another one for every change, so that the same words pulse again. */
  id: number;
  words: string;
  at: string;
}

export interface PromptChange extends Change {
  added: number;
  removed: number;
}

/** How long the words stay. */
const shownFor = 30_000;

/** What others changed while this page was open: on which server, and whether the prompt is news. Owned by Nova. */
export class Changes {
  readonly servers = new Store<ReadonlyMap<string, Change>>(new Map());
  readonly prompt = new Store<PromptChange | undefined>(undefined);
  /** The newest change as one sentence, for screen readers. */
  readonly spoken = new Store('');

  /** Takes note of an event that this page did not cause itself. */
  note(event: NovaEvent): void {
    if (event.type === 'mcp_toggled') {
      const { name, enabled, origin } = event.data;
      this.#server(name, `switched ${enabled ? 'on' : 'off'} ${from(origin, event.source)}`, event);
    } else if (event.type === 'prompt_updated') {
      this.#prompt(event.data, event);
    } else if (event.type === 'config_validated' && event.data.applied) {
      const where = from(event.data.origin, event.source);
      for (const { name, change, fields } of event.data.changes) {
        if (change === 'added') this.#server(name, `added ${where}`, event);
        else if (change === 'removed') this.spoken.set(`${name} was removed ${where}`);
        else if (fields?.some((field) => field !== 'enabled')) this.#server(name, `changed ${where}`, event);
      }
    } else if (event.type === 'system_health' && event.data.origin !== 'remote') {
      this.#health(event.data);
    }
  }

  /** How servers are shows by itself; it is only said, and not one by one where many change at once. */
  #health({ servers = [] }: SystemHealth): void {
    const news = servers.filter(({ status }) => status !== 'checking' && status !== 'disabled');
    const [first] = news;
    if (!first) return;
    const words = `${first.name}: ${statusOf(first.status, first)}`;
    this.spoken.set(news.length === 1 ? words : `${words}, and news of ${plural(news.length - 1, 'other server')}`);
  }

  #server(name: string, words: string, event: NovaEvent): void {
    const change = { id: event.seq, words, at: event.timestamp };
    this.servers.set(new Map(this.servers.get()).set(name, change));
    this.spoken.set(`${name}: ${words}`);
    setTimeout(() => {
      if (this.servers.get().get(name) !== change) return;
      const rest = new Map(this.servers.get());
      rest.delete(name);
      this.servers.set(rest);
    }, shownFor);
  }

  #prompt(data: PromptUpdated, event: NovaEvent): void {
    const words = `changed ${from(data.origin, event.source)}`;
    this.prompt.set({ id: event.seq, words, at: event.timestamp, added: data.added, removed: data.removed });
    this.spoken.set(`The prompt was ${words}`);
  }
}
