import type { Clock, LiveHandlers, SocketLike } from '../src/live/live';

/** A WebSocket whose other end is the test. */
export class FakeSocket implements SocketLike {
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  readonly sent: string[] = [];
  closedWith: number | undefined;

  constructor(readonly url: string) {}

  send(text: string): void {
    this.sent.push(text);
  }

  close(code?: number): void {
    this.closedWith = code ?? 1005;
  }

  /** A frame arrives. */
  receive(frame: unknown): void {
    const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
    this.onmessage?.call(this as unknown as WebSocket, { data } as MessageEvent);
  }

  /** The server, or the network, ends it. */
  end(code: number): void {
    this.onclose?.call(this as unknown as WebSocket, { code } as CloseEvent);
  }
}

/** Time that passes when the test says so. Chance always falls on the longest wait. */
export class FakeClock implements Clock {
  now = 0;
  #next = 1;
  readonly #timers = new Map<number, { at: number; callback: () => void }>();

  setTimeout(callback: () => void, ms: number): unknown {
    this.#timers.set(this.#next, { at: this.now + ms, callback });
    return this.#next++;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  random(): number {
    return 1;
  }

  get waiting(): number {
    return this.#timers.size;
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.now = due[1].at;
      due[1].callback();
    }
    this.now = end;
  }
}

/** Writes down what Live hands on, in order. */
export class Recorder implements LiveHandlers {
  readonly log: string[] = [];
  hello = (): void => void this.log.push('hello');
  event = (event: { seq: number; type: string }): void => void this.log.push(`${event.seq} ${event.type}`);
  resync = (state: { epoch: string; seq: number }): void => void this.log.push(`resync ${state.epoch} ${state.seq}`);
  gap = (): void => void this.log.push('gap');
  unauthenticated = (): void => void this.log.push('unauthenticated');
  refused = (): void => void this.log.push('refused');
}
