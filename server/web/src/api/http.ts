import { Problem } from './problem';

export interface RequestOptions {
  body?: unknown;
  /** A text as the body, in place of `body`: it goes as it is, so that one of 1 MiB is 1 MiB on the way, too. */
  text?: string;
  /** The revision that the reader has seen; the server refuses the write (412) when there is a newer one. */
  ifMatch?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Requests to the server and how they fail: throws a Problem and nothing else. */
export class Http {
  /** Told when the server no longer knows us. Not for sign-in attempts: whoever makes these sees the answer. */
  onUnauthenticated: () => void = () => {};
  /** What proves to the server that a write comes from its own page. */
  csrf = '';

  readonly #fetch: typeof fetch;

  constructor(fetchFunction: typeof fetch = (input, init) => fetch(input, init)) {
    this.#fetch = fetchFunction;
  }

  async request<T>(method: string, path: string, options: RequestOptions = {}, signingIn = false): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    if (options.text !== undefined) headers['Content-Type'] = 'text/plain; charset=utf-8';
    if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
    if (method !== 'GET' && this.csrf) headers['X-CSRF-Token'] = this.csrf;

    const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store', redirect: 'error' };
    if (options.body !== undefined) init.body = JSON.stringify(options.body);
    if (options.text !== undefined) init.body = options.text;
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
