// What an event about health says: servers, a restart, or Redis.

import type { HealthStatus } from '../api/health';
import type { MarkKind } from '../components/mark';
import { fields, isObject, list, namesWords, oneLine } from './event_texts';
import { healthMarks } from './health_marks';
import { statusOf } from './health_words';

type Fields = Record<string, unknown>;

/** From what nobody has to look at to the worst; the window has the same order. */
const order = Object.keys(healthMarks) as HealthStatus[];

function known(status: unknown): HealthStatus | undefined {
  return order.find((one) => one === status);
}

function newsOf(server: Fields): string {
  const status = known(server.status);
  switch (status) {
    case undefined:
      return 'has news';
    case 'healthy':
      return 'works';
    case 'disabled':
      return 'is off';
    case 'checking':
      return 'is being checked';
    default:
      return statusOf(status);
  }
}

/** "calendar cannot be reached · gmail and notes: works". */
function serversSentence(servers: readonly Fields[]): string {
  const groups = new Map<string, string[]>(); // In the order of the event.
  for (const server of servers) {
    const words = newsOf(server);
    groups.set(words, [...(groups.get(words) ?? []), oneLine(server.name)]);
  }
  return [...groups]
    .map(([words, names]) => `${namesWords(names)}${names.length === 1 ? '' : ':'} ${words}`)
    .join(' · ');
}

function restartSentence(restart: Fields): string {
  const service = oneLine(restart.service);
  if (restart.state === 'running') return `${service} is being restarted`;
  return restart.state === 'succeeded' ? `${service} was restarted` : `The restart of ${service} failed`;
}

function redisSentence({ status }: Fields): string {
  if (status === 'connected') return 'Redis is connected';
  return status === 'reconnecting' ? 'Redis is lost; Nova tries again by itself' : 'Redis is off';
}

export function healthSentence(data: Fields): string {
  const parts: string[] = [];
  if (isObject(data.restart)) parts.push(restartSentence(fields(data.restart)));
  if (isObject(data.redis)) parts.push(redisSentence(fields(data.redis)));
  const servers = list(data.servers);
  if (servers.length > 0) parts.push(serversSentence(servers));
  return parts.join(' · ');
}

export function healthMark(data: Fields): MarkKind {
  const { state } = fields(data.restart);
  if (typeof state === 'string' && state !== '')
    return state === 'running' ? 'checking' : state === 'succeeded' ? 'healthy' : 'failing';
  if (isObject(data.redis)) return fields(data.redis).status === 'connected' ? 'healthy' : 'attention';
  const worst = Math.max(0, ...list(data.servers).map(({ status }) => order.indexOf(known(status) ?? 'disabled')));
  return healthMarks[order[worst] ?? 'disabled'];
}
