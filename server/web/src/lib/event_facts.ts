// What is known of an event beside its sentence.

import type { NovaEvent } from '../api/types';
import { fields, list, oneLine } from './event_texts';

export interface EventFact {
  label: string;
  value: string;
}

/** A file that is all wrong, or hundreds of servers, say no more by being listed to the end. */
const most = 20;

function findings(value: unknown, label: string): EventFact[] {
  return list(value).map(({ line, message }) => {
    const words = oneLine(message);
    return { label, value: typeof line === 'number' && line > 0 ? `Line ${line}: ${words}` : words };
  });
}

export function eventFacts(event: NovaEvent): EventFact[] {
  const data = fields(event.data);
  const many = [
    ...findings(data.errors, 'Error'),
    ...findings(data.warnings, 'Warning'),
    ...list(data.servers).map(({ name, summary }) => ({ label: oneLine(name), value: oneLine(summary) })),
  ].slice(0, most);
  const single: [label: string, value: unknown][] = [
    ['Redis', fields(data.redis).problem],
    ['Restart', fields(data.restart).problem],
    ['Task', fields(data.task).id],
    ['File', data.file],
    ['File', data.path],
    ['Kept as', data.backup_id],
  ];
  return [
    ...many,
    ...single.flatMap(([label, value]) => (oneLine(value) === '' ? [] : [{ label, value: oneLine(value) }])),
  ];
}

export const eventJson = (event: NovaEvent) => JSON.stringify(event, null, 2);

/** More is not read on a screen, and takes long to lay out. */
const longest = 12_000;

/** The event as JSON, and whether that is only its beginning. */
export function shownJson(event: NovaEvent): { text: string; shortened: boolean } {
  const text = eventJson(event);
  return text.length > longest
    ? { text: `${text.slice(0, longest)}…`, shortened: true }
    : { text, shortened: false };
}

const clock = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});

/** "Nov 23, 2026, 10:42:07.123" in this machine's time; the text itself where it is no time. */
export function exactly(timestamp: string): string {
  const at = new Date(timestamp);
  return Number.isNaN(at.getTime()) ? timestamp : clock.format(at);
}
