import type { Hello, NovaEvent, NovaState } from '../api/types';
import { Store } from '../lib/store';
import { backoff } from './backoff';

/** What Live needs of a WebSocket; a test hands in its own. */
export type SocketLike = Pick<WebSocket, 'onmessage' | 'onclose' | 'send' | 'close'>;

export interface Clock {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  random(): number;
}

export interface LiveHandlers {
  hello(hello: Hello): void;
  /** Once for each event, in order. */
  event(event: NovaEvent): void;
  /** What was missed cannot be told one by one: this is the whole state. */
  resync(state: NovaState): void;
  /** Events are missing and the server did not say so: ask for the state. */
  gap(): void;
  unauthenticated(): void;
  /** A connection ended before the server said hello: perhaps it no longer knows us. */
  refused(): void;
}

export interface LiveStatus {
  phase: 'stopped' | 'connecting' | 'live' | 'reconnecting';
  /** Tries in a row that led nowhere. */
  failures: number;
}

/** Where we are in the server's stream of events. */
export interface Position {
  epoch: string;
  seq: number;
}

const notAuthenticated = 4401;
/** Our own: the other side did not answer a ping. */
const silent = 4000;
/** How long a ping, or a connection, may stay unanswered. A browser does not show us the protocol's own pings. */
const deadline = 10_000;
const realClock: Clock = {
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  random: Math.random,
};

/**
 * The one WebSocket of the page: connects, notices a dead line, comes back with backoff and resumes after the last
 * event it saw, so that every event is handed on once and in order. Owns the socket and its timers.
 */
export class Live {
  readonly status = new Store<LiveStatus>({ phase: 'stopped', failures: 0 });

  #position: Position = { epoch: '', seq: 0 };
  #socket: SocketLike | undefined;
  /** The server's present one, as it said in its hello. */
  #epoch = '';
  #greeted = false;
  #awaitsResync = false;
  #heartbeat = 0;
  /** Of the next ping, its answer's deadline, or the next try: there is only ever one of them. */
  #timer: unknown;

  constructor(
    private readonly url: string,
    private readonly openSocket: (url: string) => SocketLike,
    private readonly handlers: LiveHandlers,
    private readonly clock: Clock = realClock,
  ) {}

  /** Connects and hands on everything after `position`. */
  start(position: Position): void {
    this.stop();
    this.#position = { ...position };
    this.status.set({ phase: 'connecting', failures: 0 });
    this.#connect();
  }

  stop(): void {
    this.#drop(1000);
    this.status.set({ phase: 'stopped', failures: 0 });
  }

  /** Does not wait for the next try: the network is back, or a person asked. */
  retryNow(): void {
    if (this.status.get().phase !== 'reconnecting' || this.#socket) return;
    this.clock.clearTimeout(this.#timer);
    this.#connect();
  }

  #connect(): void {
    const { epoch, seq } = this.#position;
    const query = epoch ? `?epoch=${encodeURIComponent(epoch)}&seq=${seq}` : '';
    const socket = this.openSocket(this.url + query);
    this.#socket = socket;
    this.#greeted = false;
    this.#awaitsResync = false;
    // What an older socket still delivers is not ours any more.
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (socket === this.#socket) this.#read(message.data);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#closed(code);
    };
    this.#giveUpLater();
  }

  /** Lets go of the socket and of the timer. */
  #drop(code: number): void {
    this.clock.clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close(code);
  }

  #closed(code: number): void {
    const greeted = this.#greeted;
    this.#drop(1000);
    if (code === notAuthenticated) {
      this.status.set({ phase: 'stopped', failures: 0 });
      this.handlers.unauthenticated();
      return;
    }
    // A line that was silent has been away for longer than the first wait already.
    const failures = greeted && code !== silent ? 1 : this.status.get().failures + (greeted ? 2 : 1);
    this.status.set({ phase: 'reconnecting', failures });
    this.#timer = this.clock.setTimeout(
      () => this.#connect(),
      backoff(failures, () => this.clock.random()),
    );
    if (!greeted) this.handlers.refused();
  }

  #read(data: unknown): void {
    let message: { type?: unknown; data?: unknown; seq?: unknown };
    try {
      message = JSON.parse(String(data)) ?? {};
    } catch {
      return; // Not for us; the next message is unharmed.
    }
    switch (message.type) {
      case 'hello':
        return this.#hello(message.data as Hello);
      case 'resync':
        return this.#resync(message.data as NovaState);
      case 'pong':
        return this.#beat();
      default:
        if (typeof message.seq === 'number') this.#event(message as NovaEvent);
    }
  }

  #hello(hello: Hello): void {
    this.#greeted = true;
    if (!this.#position.epoch) this.#position = { epoch: hello.epoch, seq: hello.seq };
    this.#epoch = hello.epoch;
    // The server was restarted: our number means nothing there, so a resync has to follow.
    this.#awaitsResync = hello.epoch !== this.#position.epoch;
    this.#heartbeat = hello.heartbeat_s * 1000;
    this.#beat();
    this.status.set({ phase: 'live', failures: 0 });
    this.handlers.hello(hello);
  }

  #resync(state: NovaState): void {
    this.#position = { epoch: state.epoch, seq: state.seq };
    this.#epoch = state.epoch;
    this.#awaitsResync = false;
    this.handlers.resync(state);
  }

  #event(event: NovaEvent): void {
    const unannounced = this.#awaitsResync;
    if (!unannounced && event.seq <= this.#position.seq) return;
    const missing = unannounced || event.seq > this.#position.seq + 1;
    this.#awaitsResync = false;
    this.#position = { epoch: this.#epoch, seq: event.seq };
    this.handlers.event(event);
    if (missing) this.handlers.gap();
  }

  /** Asks for a sign of life after a while; a line that stays silent is given up. The answer starts it anew. */
  #beat(): void {
    this.clock.clearTimeout(this.#timer);
    if (!(this.#heartbeat > 0)) return;
    this.#timer = this.clock.setTimeout(() => {
      this.#socket?.send('{"type":"ping"}');
      this.#giveUpLater();
    }, this.#heartbeat);
  }

  /** Unless something comes before. A dead line may take minutes to say that it is closed, so do not wait for that. */
  #giveUpLater(): void {
    this.#timer = this.clock.setTimeout(() => {
      this.#drop(silent);
      this.#closed(silent);
    }, deadline);
  }
}
