import type { Api } from '../api/api';
import { Problem } from '../api/problem';
import { Store } from '../lib/store';

export type SessionState =
  | { phase: 'checking' }
  | { phase: 'unreachable' }
  /** `reason` says why a person sees the form, `wait` for how many seconds it is of no use. */
  | { phase: 'signed-out'; reason: string; busy: boolean; wait: number }
  /** `canLeave`: there is a session to end (not with --no-auth). */
  | { phase: 'signed-in'; canLeave: boolean };

const usedLink = 'That link was used already or is too old. It works once, and for an hour.';

/** How long the first question may stay unanswered. */
const patience = 10_000;

/** Whether the server knows us, and the ways in and out. Owned by Nova. */
export class Session {
  readonly state = new Store<SessionState>({ phase: 'checking' });

  /** Of a one-time link that could not be used yet: the server did not answer. */
  #unused: string | undefined;

  constructor(private readonly api: Api) {}

  /** Finds out where we stand; with the code of a one-time link, signs in with it. */
  async begin(code = this.#unused): Promise<void> {
    let reason = '';
    this.#unused = undefined;
    if (code !== undefined) {
      try {
        await this.api.signIn({ code });
      } catch (error) {
        if (error instanceof Problem && error.status === 0) {
          this.#unused = code;
          return this.state.set({ phase: 'unreachable' });
        }
        // The session of an earlier visit may still be good.
        reason = usedLink;
      }
    }
    await this.#look(reason);
  }

  async signIn(token: string): Promise<void> {
    this.state.set({ phase: 'signed-out', reason: '', busy: true, wait: 0 });
    try {
      await this.api.signIn({ token });
    } catch (error) {
      const { reason, wait } = explain(error);
      return this.state.set({ phase: 'signed-out', reason, busy: false, wait });
    }
    await this.#look('');
  }

  /** Throws a Problem where it did not work: then the session is still there. */
  async signOut(): Promise<void> {
    await this.api.signOut();
    this.state.set({ phase: 'signed-out', reason: '', busy: false, wait: 0 });
  }

  /** The server no longer knows us. */
  ended(): void {
    if (this.state.get().phase !== 'signed-in') return;
    const reason = 'Your sign-in has ended. Sign in again to go on.';
    this.state.set({ phase: 'signed-out', reason, busy: false, wait: 0 });
  }

  /** Asks again after the connection was refused; says nothing where the server does not answer. */
  async verify(): Promise<void> {
    try {
      if (!(await this.api.session()).authenticated) this.ended();
    } catch {
      // Not there: whoever noticed goes on trying.
    }
  }

  async #look(reason: string): Promise<void> {
    try {
      const info = await this.api.session(AbortSignal.timeout(patience));
      if (info.authenticated) this.state.set({ phase: 'signed-in', canLeave: info.who === 'session' });
      else this.state.set({ phase: 'signed-out', reason, busy: false, wait: 0 });
    } catch {
      this.state.set({ phase: 'unreachable' });
    }
  }
}

function explain(error: unknown): { reason: string; wait: number } {
  if (!(error instanceof Problem)) return { reason: 'Something went wrong in this page. Reload it.', wait: 0 };
  if (error.status === 401) return { reason: 'That is not the token.', wait: 0 };
  if (error.status === 429) return { reason: 'Too many wrong tokens.', wait: error.retryAfter ?? 30 };
  return { reason: error.message, wait: 0 };
}
