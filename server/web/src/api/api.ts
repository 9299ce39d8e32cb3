import type { HealthHistory, NamedHealth } from './health';
import { Problem } from './problem';
import type { Catalog, NovaState, Prompt, SessionInfo, ToggleReply } from './types';

interface RequestOptions {
  body?: unknown;
  /** The revision that the reader has seen; the server refuses the write (412) when there is a newer one. */
  ifMatch?: string;
  signal?: AbortSignal;
}

/**
 * The HTTP side of the server. Addresses are relative to the page, so that a reverse proxy may put a prefix before
 * them. Throws a Problem and nothing else.
 */
export class Api {
  /** Told when the server no longer knows us. Not for sign-in attempts: whoever makes these sees the answer. */
  onUnauthenticated: () => void = () => {};

  #csrf = '';
  readonly #fetch: typeof fetch;

  constructor(fetchFunction: typeof fetch = (input, init) => fetch(input, init)) {
    this.#fetch = fetchFunction;
  }

  async session(): Promise<SessionInfo> {
    return this.#remember(await this.#request<SessionInfo>('GET', './api/session'));
  }

  async signIn(credential: { code: string } | { token: string }): Promise<SessionInfo> {
    return this.#remember(await this.#request<SessionInfo>('POST', './api/session', { body: credential }, true));
  }

  async signOut(): Promise<void> {
    await this.#request<unknown>('DELETE', './api/session', {}, true);
    this.#csrf = '';
  }

  state(signal?: AbortSignal): Promise<NovaState> {
    return this.#request('GET', './api/state', signal ? { signal } : {});
  }

  prompt(signal?: AbortSignal): Promise<Prompt> {
    return this.#request('GET', './api/prompt', signal ? { signal } : {});
  }

  connections(signal?: AbortSignal): Promise<{ count: number }> {
    return this.#request('GET', './ws/connections', signal ? { signal } : {});
  }

  toggle(name: string, enabled: boolean, revision: string): Promise<ToggleReply> {
    const path = `./api/mcp/${encodeURIComponent(name)}/toggle`;
    return this.#request('PUT', path, { body: { enabled }, ifMatch: revision });
  }

  catalog(signal?: AbortSignal): Promise<Catalog> {
    return this.#request('GET', './api/mcp', signal ? { signal } : {});
  }

  check(name: string): Promise<NamedHealth> {
    return this.#request('POST', `./api/mcp/${encodeURIComponent(name)}/check`);
  }

  history(name: string, signal?: AbortSignal): Promise<HealthHistory> {
    return this.#request('GET', `./api/mcp/${encodeURIComponent(name)}/history`, signal ? { signal } : {});
  }

  /** Answers when the command has ended. What it writes meanwhile comes as events. */
  restart(service: string): Promise<unknown> {
    return this.#request('POST', `./api/admin/restart/${encodeURIComponent(service)}`);
  }

  #remember(info: SessionInfo): SessionInfo {
    this.#csrf = info.csrf_token ?? '';
    return info;
  }

  async #request<T>(method: string, path: string, options: RequestOptions = {}, signingIn = false): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
    if (method !== 'GET' && this.#csrf) headers['X-CSRF-Token'] = this.#csrf;

    const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store', redirect: 'error' };
    if (options.body !== undefined) init.body = JSON.stringify(options.body);
    if (options.signal) init.signal = options.signal;

    let response: Response;
    try {
      response = await this.#fetch(path, init);
    } catch (error) {
      // A request given up on purpose is no problem of the server's.
      if (options.signal?.aborted) throw error;
      throw Problem.unreachable();
    }
    if (!response.ok) {
      if (response.status === 401 && !signingIn) this.onUnauthenticated();
      throw await Problem.from(response);
    }
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch {
      throw new Problem({ status: response.status, title: 'The server’s answer could not be read.' });
    }
  }
}
