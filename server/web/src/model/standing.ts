import type { Health, HealthStatus } from '../api/health';
import type { McpServer } from '../api/types';
import type { MarkKind } from '../components/mark';
import { healthMarks } from '../lib/health_marks';

const unknown: Health = {
  status: 'checking',
  summary: '',
  action: '',
  reason: '',
  detail: '',
  since: null,
  checked_at: null,
  last_healthy_at: null,
  latency_ms: null,
  misses: 0,
  protocol_version: '',
  server: null,
  tools: null,
};

/** How a server is, as far as it goes with what is wanted of it. */
export interface Standing {
  status: HealthStatus;
  mark: MarkKind;
  /** Somebody has to do something about it. */
  needsPerson: boolean;
  health: Health;
}

/**
 * `on` is what is wanted, perhaps only just: a server that was switched a moment ago is off, or being checked, before
 * the first news of its health.
 */
export function standingOf(server: McpServer, on: boolean): Standing {
  const health = server.health ?? unknown;
  const status = !on ? 'disabled' : health.status === 'disabled' ? 'checking' : health.status;
  const mark = healthMarks[status];
  // One that has just not answered is being asked again.
  const isAskedAgain = status === 'degraded' && health.misses > 0;
  return { status, mark, needsPerson: !isAskedAgain && (mark === 'attention' || mark === 'failing'), health };
}

export type Group = 'needs' | 'works' | 'off' | 'checking';

export function groupOf({ mark, needsPerson }: Standing): Group {
  if (needsPerson) return 'needs';
  return mark === 'healthy' ? 'works' : mark === 'off' ? 'off' : 'checking';
}

export interface Tally extends Record<Group, number> {
  all: number;
  on: number;
}

export function tallyOf(standings: readonly Standing[]): Tally {
  const tally: Tally = { all: standings.length, on: 0, needs: 0, works: 0, off: 0, checking: 0 };
  for (const standing of standings) {
    tally[groupOf(standing)]++;
    if (standing.status !== 'disabled') tally.on++;
  }
  return tally;
}

/** Those of `first` before the others, either in the order of the file. */
export function inOrder<T extends { name: string }>(servers: readonly T[], first: ReadonlySet<string>): T[] {
  return [...servers.filter(({ name }) => first.has(name)), ...servers.filter(({ name }) => !first.has(name))];
}
