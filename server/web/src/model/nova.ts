import { QueryClient } from '@tanstack/preact-query';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Api } from '../api/api';
import type { NamedHealth } from '../api/health';
import type { Problem } from '../api/problem';
import type { NovaEvent, NovaState, ToggleReply } from '../api/types';
import { applyEvent, needsState } from '../live/apply_event';
import { withAnswer } from '../live/apply_health';
import { Live, type SocketLike } from '../live/live';
import { Store } from '../lib/store';
import { Changes } from './changes';
import { Drafts } from './draft';
import { EventList } from './events';
import { lostWords, Notices } from './notices';
import { ServerDrafts } from './server_form_drafts';
import { Session } from './session';
import { SettingsDraft } from './settings';
import { Toasts } from './toasts';
import { applyReply, toggleServer, type Wish } from './toggle';

export const stateKey = ['state'] as const;
export const connectionsKey = ['connections'] as const;
export const toggleKey = ['toggle'] as const;

/** The restart that a person looks at: the question, or how it goes. */
export interface RestartView {
  service: string;
  view: 'question' | 'run';
}

/** How often a reply that is older than what we know is asked for again. */
const staleReplies = 3;
/** How long news that may come a thousand times a second is collected before its sum is asked for. */
const refreshDelay = 500;

/**
 * What the page holds: the query cache with the server's state, the live connection that keeps it true, the session,
 * and what people should be told. One for each page, made by main.tsx; components get it by useNova().
 */
export class Nova {
  readonly session: Session;
  readonly changes = new Changes();
  readonly notices = new Notices();
  readonly toasts = new Toasts();
  readonly drafts = new Drafts();
  readonly settings = new SettingsDraft();
  readonly events = new EventList((epoch, seq) => this.api.events(epoch, seq));
  readonly serverDrafts = new ServerDrafts();
  /** The server is of another version than this page: a reload gets the fitting one. */
  readonly outdated = new Store(false);
  readonly restartView = new Store<RestartView | undefined>(undefined);
  readonly live: Live;
  readonly queries: QueryClient;
  /** How the state is asked for. */
  readonly stateQuery = {
    queryKey: stateKey,
    queryFn: ({ signal }: { signal: AbortSignal }) => this.fetchState(signal),
    retry: (failures: number, problem: Problem) => problem.status !== 401 && failures < 2,
  };

  #version = '';
  /** Revisions that our own writes made: their events are no news to this page. */
  readonly #ownRevisions = new Set<string>();
  /** Writes on their way; what may be their events waits until it is known what they made. */
  #writing = 0;
  readonly #held: NovaEvent[] = [];
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly api: Api,
    socketUrl: string,
    openSocket: (url: string) => SocketLike,
  ) {
    this.session = new Session(api);
    // The server may well be on this machine: "no network" is no reason not to ask it. What changes comes over the
    // live connection, so nothing is fetched again only because time went by.
    const always = { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;
    this.queries = new QueryClient({
      defaultOptions: { queries: { ...always, refetchOnReconnect: false }, mutations: { networkMode: 'always' } },
    });
    this.live = new Live(socketUrl, openSocket, {
      hello: ({ version }) => this.#greeted(version),
      event: (event) => this.#take(event),
      resync: (state) => {
        this.events.missed(state);
        this.queries.setQueryData(stateKey, state);
      },
      gap: () => this.refresh(),
      unauthenticated: () => this.session.ended(),
      refused: () => void this.session.verify(),
    });
    this.live.status.subscribe(() => {
      if (this.live.status.get().phase === 'reconnecting') this.events.lost();
    });
    this.api.onUnauthenticated = () => this.session.ended();
    this.session.state.subscribe(() => {
      const session = this.session.state.get();
      // Before anything is drawn that wants it: the sooner it is there.
      if (session.phase === 'signed-in') void this.queries.prefetchQuery(this.stateQuery);
      if (session.phase !== 'signed-out') return;
      this.#forget();
      // Whose sign-in ended comes back to what was typed; who left on purpose leaves nothing.
      if (session.reason !== '' || session.busy) return;
      this.drafts.clear();
      this.settings.cancel();
      this.serverDrafts.clear();
      this.notices.all.set([]);
    });
  }

  /** Connects once there is a state to go on from. */
  follow(state: NovaState): void {
    if (this.live.status.get().phase !== 'stopped') return;
    this.events.begin(state);
    this.live.start({ epoch: state.epoch, seq: state.seq });
  }

  refresh(): void {
    void this.queries.invalidateQueries({ queryKey: stateKey });
  }

  /** The newest state; a reply that was overtaken by events is asked for again. */
  async fetchState(signal?: AbortSignal): Promise<NovaState> {
    for (let turn = 1; ; turn++) {
      const fetched = await this.api.state(signal);
      this.#version ||= fetched.instance.version;
      const known = this.state();
      if (!known || known.epoch !== fetched.epoch || fetched.seq >= known.seq || turn === staleReplies) return fetched;
    }
  }

  state(): NovaState | undefined {
    return this.queries.getQueryData<NovaState>(stateKey);
  }

  async toggle(wish: Wish): Promise<ToggleReply> {
    this.notices.clear(wish.name);
    let sentOn = '';
    const reply = await toggleServer(wish, {
      seen: () => this.state(),
      fetch: async () => {
        const state = await this.fetchState();
        this.queries.setQueryData(stateKey, state);
        return state;
      },
      put: (name, enabled, revision) => {
        sentOn = revision;
        return this.api.toggle(name, enabled, revision);
      },
    });
    this.#ownRevisions.add(reply.revision);
    this.queries.setQueryData<NovaState>(stateKey, (state) => state && applyReply(state, sentOn, reply));
    return reply;
  }

  /**
   * Any other write: its event is no news to this page. Where it changed something the newest state is there before this
   * is over, so that what follows is sent on the revision that it made.
   */
  async write<Saved extends { revision: string; changed: boolean }>(send: Promise<Saved>): Promise<Saved> {
    this.#writing++;
    try {
      const saved = await send;
      this.#ownRevisions.add(saved.revision);
      if (saved.changed) this.queries.setQueryData(stateKey, await this.fetchState());
      return saved;
    } finally {
      this.#writing--;
      for (const event of this.#held.splice(0)) if (!this.#isOwn(event)) this.changes.note(event);
    }
  }

  /** Has a server looked at now; its health is in the state before this is over. */
  async check(name: string): Promise<void> {
    this.notices.clear(name);
    this.takeHealth([await this.api.check(name)]);
  }

  /** What an answer says of servers' health. Latencies and times come only this way: events tell what is news. */
  takeHealth(answer: readonly NamedHealth[]): void {
    this.queries.setQueryData<NovaState>(
      stateKey,
      (state) => state && { ...state, catalog: withAnswer(state.catalog, answer) },
    );
  }

  #take(event: NovaEvent): void {
    this.events.take(event);
    if (this.#writing > 0 && mayBeOurs(event)) this.#held.push(event);
    else if (!this.#isOwn(event)) this.changes.note(event);
    const state = this.state();
    if (!state) return;
    this.queries.setQueryData(stateKey, applyEvent(state, event));
    if (!needsState(state, event)) return;
    if (event.type === 'task_updated') this.#countTasksSoon();
    else this.refresh();
  }

  /** They may change often: asked for once in a while, for all that came until then, and nothing else with them. */
  #countTasksSoon(): void {
    this.#soon ??= setTimeout(async () => {
      const tasks = await this.api.tasks().catch(() => undefined);
      this.#soon = undefined;
      if (tasks) this.queries.setQueryData<NovaState>(stateKey, (state) => state && { ...state, tasks });
    }, refreshDelay);
  }

  /** Our own write's event may come before the answer to the write. */
  #isOwn(event: NovaEvent): boolean {
    if (!mayBeOurs(event)) return false;
    if (event.type !== 'task_updated' && 'revision' in event.data && this.#ownRevisions.has(event.data.revision))
      return true;
    if (event.type !== 'mcp_toggled') return false;
    const { name, enabled } = event.data;
    return this.queries
      .getMutationCache()
      .findAll({ mutationKey: toggleKey, status: 'pending' })
      .some(({ state }) => {
        const wish = state.variables as Wish | undefined;
        return wish?.name === name && wish.enabled === enabled;
      });
  }

  #greeted(version: string): void {
    this.notices.withdraw(lostWords);
    this.outdated.set(this.#version !== '' && version !== this.#version);
    void this.queries.invalidateQueries({ queryKey: connectionsKey });
    // A restarted server may have given us another CSRF token.
    void this.session.verify();
  }

  /** Nothing of the server's stays behind a login form; what somebody typed does. */
  #forget(): void {
    this.live.stop();
    this.drafts.forget();
    this.events.forget();
    this.restartView.set(undefined);
    this.queries.clear();
  }
}

/** A write over the API: the page's own are among them. */
function mayBeOurs(event: NovaEvent): boolean {
  return 'origin' in event.data && (event.data.origin === 'api' || event.data.origin === 'ui');
}

export const NovaContext = createContext<Nova | undefined>(undefined);

export function useNova(): Nova {
  const nova = useContext(NovaContext);
  if (!nova) throw new Error('useNova() outside of NovaContext');
  return nova;
}
