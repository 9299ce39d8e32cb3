// The words for numbers and for who did something. One place, so that every page says the same.

import type { Origin } from '../api/types';

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

export function size(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte');
  const kib = bytes / 1024;
  if (kib < 1024) return `${kib < 10 ? kib.toFixed(1) : Math.round(kib)} KiB`;
  return `${(kib / 1024).toFixed(1)} MiB`;
}

/** "nova-2" of "nova-settings@nova-2". */
function host(source: string): string {
  return source.slice(source.indexOf('@') + 1) || 'another machine';
}

/** Where a change came from, as the end of a sentence. */
export function from(origin: Origin, source: string): string {
  switch (origin) {
    case 'file':
      return 'in the file';
    case 'ui':
      return 'in another window';
    case 'api':
      return 'by the API';
    case 'remote':
      return `on ${host(source)}`;
  }
}

const steps: [limit: number, seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [30 * 86_400, 86_400, 'day'],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** "just now", "5 minutes ago"; a date for what is long past. */
export function ago(at: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
  if (seconds < 60) return 'just now';
  for (const [limit, unit, name] of steps)
    if (seconds < limit) return relative.format(-Math.floor(seconds / unit), name);
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "4.2 s", "3 min", "2 h 15 min", "4 days". */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return plural(Math.floor(hours / 24), 'day');
}
