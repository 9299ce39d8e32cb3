import type { Finding } from './types';

/** A request that did not work: what the server said (application/problem+json), or that it could not be asked. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly requestId: string;
  readonly findings: Finding[];
  /** Seconds to wait before another try, where the server named them. */
  readonly retryAfter: number | undefined;

  constructor(init: {
    status: number;
    title: string;
    detail?: string | undefined;
    requestId?: string | undefined;
    findings?: Finding[] | undefined;
    retryAfter?: number | undefined;
  }) {
    super(init.detail || init.title);
    this.name = 'Problem';
    this.status = init.status;
    this.title = init.title;
    this.requestId = init.requestId ?? '';
    this.findings = init.findings ?? [];
    this.retryAfter = init.retryAfter;
  }

  /** The server gave no answer at all. */
  static unreachable(): Problem {
    return new Problem({ status: 0, title: 'Nova cannot be reached.' });
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : undefined);
    const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    return new Problem({
      status: response.status,
      title: text('title') ?? `The server answered with ${response.status}.`,
      detail: text('detail'),
      requestId: text('request_id') ?? response.headers.get('X-Request-ID') ?? undefined,
      findings: Array.isArray(fields.errors) ? (fields.errors as Finding[]) : undefined,
      retryAfter: Number.isFinite(wait) ? wait : undefined,
    });
  }
}
