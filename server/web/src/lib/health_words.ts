// The words for how a server is and was. One place, so that every page says the same.

import type { Health, HealthBar, HealthStatus } from '../api/health';
import type { Tally } from '../model/standing';
import { duration, plural } from './words';

const statusWords: Record<HealthStatus, string> = {
  disabled: 'off',
  checking: 'being checked',
  healthy: 'works',
  degraded: 'not well',
  auth_required: 'wants credentials',
  incompatible: 'speaks another version of MCP',
  not_mcp: 'is no MCP server',
  misconfigured: 'is not set up right',
  unreachable: 'cannot be reached',
};

/** What the reason says more exactly. */
const reasonWords: Readonly<Record<string, string>> = {
  slow: 'slow',
  credentials_refused: 'refuses the credentials',
  missing_variable: 'misses a variable',
};

/** How a server is, as far as that is known: an event may tell the status alone. */
type Known = Partial<Pick<Health, 'reason' | 'misses' | 'since'>>;

/** "cannot be reached"; the window says the same. */
export function statusOf(status: HealthStatus, { reason = '', misses = 0 }: Known = {}): string {
  if (status === 'degraded' && misses > 0) return 'no answer just now';
  return (status !== 'unreachable' && reasonWords[reason]) || statusWords[status];
}

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** "10:42", with the day where it is another one than today. */
export function moment(at: Date, now: Date): string {
  const time = clock.format(at);
  return at.toDateString() === now.toDateString() ? time : `${day.format(at)}, ${time}`;
}

/** Since when, as one says it: "10:42", "yesterday 10:42", "12 May". */
function since(at: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (at.toDateString() === now.toDateString()) return clock.format(at);
  return at.toDateString() === yesterday.toDateString() ? `yesterday ${clock.format(at)}` : day.format(at);
}

/** "cannot be reached since 10:42". Of what does not come and go the time says nothing. */
export function statusSince(status: HealthStatus, health: Known, now: Date): string {
  const words = statusOf(status, health);
  const comesAndGoes = status === 'unreachable' || (status === 'degraded' && !health.misses);
  return comesAndGoes && health.since ? `${words} since ${since(new Date(health.since), now)}` : words;
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
