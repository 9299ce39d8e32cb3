// The words for how a server is and was. One place, so that every page says the same.

import type { HealthBar, HealthStatus } from '../api/health';
import type { Tally } from '../model/standing';
import { duration, plural } from './words';

const statusWords: Record<HealthStatus, string> = {
  disabled: 'off',
  checking: 'not checked yet',
  healthy: 'healthy',
  degraded: 'has trouble',
  auth_required: 'wants credentials',
  incompatible: 'speaks another version',
  not_mcp: 'is not an MCP server',
  misconfigured: 'is not set up',
  unreachable: 'cannot be reached',
};

export function statusOf(status: HealthStatus): string {
  return statusWords[status];
}

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

/** "10:42", with the day where it is another one than today. */
export function moment(at: Date, now: Date): string {
  const time = clock.format(at);
  return at.toDateString() === now.toDateString() ? time : `${day.format(at)}, ${time}`;
}

/** "cannot be reached since 10:42". What is off, or not known yet, is so without a time. */
export function statusSince(status: HealthStatus, since: string | null, now: Date): string {
  const words = statusWords[status];
  if (since === null || status === 'disabled' || status === 'checking') return words;
  return `${words} since ${moment(new Date(since), now)}`;
}

const needing = (count: number) => (count === 1 ? 'needs you' : 'need you');

export function needWords(count: number): string {
  return `${plural(count, 'server')} ${needing(count)}`;
}

/** "12 on · 1 needs you · 3 off" in parts: the number stands out. */
export function tallyWords(tally: Tally): { count: number; words: string }[] {
  const parts = [{ count: tally.on, words: 'on' }];
  if (tally.needs > 0) parts.push({ count: tally.needs, words: needing(tally.needs) });
  return [...parts, { count: tally.off, words: 'off' }];
}

export function milliseconds(ms: number | null): string {
  if (ms === null) return '–';
  return ms < 10_000 ? `${ms.toLocaleString('en')} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Rounded down: a bad minute in 30 days is not 100 %. */
export function percent(value: number | null): string {
  if (value === null) return '–';
  if (value >= 100) return '100 %';
  const digits = value >= 99 ? 2 : 1;
  return `${(Math.floor(value * 10 ** digits) / 10 ** digits).toFixed(digits)} %`;
}

const slotWords: [letters: string, words: string][] = [
  ['h', 'healthy'],
  ['d', 'with trouble'],
  ['ainm', 'wanting something'],
  ['u', 'not reachable'],
  ['-', 'not checked'],
];

/** A bar in a sentence: "Last 6 hours: 5 h 30 min healthy, 30 min not reachable; 12 to 41 ms." */
export function barWords({ states, slot_s, latency_ms }: HealthBar): string {
  const hours = plural(Math.round((states.length * slot_s) / 3600), 'hour');
  const shares = slotWords.flatMap(([letters, words]) => {
    const count = [...states].filter((state) => letters.includes(state)).length;
    return count > 0 ? [`${duration(count * slot_s * 1000)} ${words}`] : [];
  });
  const known = latency_ms.filter((one) => one !== null);
  const least = Math.min(...known);
  const most = Math.max(...known);
  const span = least === most ? milliseconds(most) : `${least.toLocaleString('en')} to ${milliseconds(most)}`;
  return `Last ${hours}: ${shares.join(', ')}${known.length > 0 ? `; ${span}` : ''}.`;
}
