// What other programs say of their tasks.

import type { MarkKind } from '../components/mark';
import { fields, isObject, oneLine } from './event_texts';

type Fields = Record<string, unknown>;

/** A number of another program: it may be anything. */
function countOf(counts: Fields, status: string): number {
  const count = counts[status];
  return typeof count === 'number' && Number.isFinite(count) ? Math.max(0, Math.trunc(count)) : 0;
}

const say = (count: number) => count.toLocaleString('en');

/** "3 waiting · 1 running · 9 done". */
export function taskCounts(counts: Fields): string {
  const [waiting, running, done] = ['pending', 'running', 'completed'].map((status) => say(countOf(counts, status)));
  return `${waiting} waiting · ${running} running · ${done} done`;
}

/** "2 failed"; empty where none has. */
export function failedTasks(counts: Fields): string {
  const failed = countOf(counts, 'failed');
  return failed > 0 ? `${say(failed)} failed` : '';
}

const longest = 200;

function singleSentence(task: Fields): string {
  const name = oneLine(task.title, longest) || oneLine(task.id, longest);
  const status = oneLine(task.status, longest);
  if (name === '' || status === '') return '';
  const words = { pending: 'is waiting', running: 'is running', completed: 'is done', failed: 'failed' }[status];
  return words ? `Task ${name} ${words}` : `Task ${name}: ${status}`;
}

export function taskSentence(data: Fields): string {
  if (isObject(data.task)) return singleSentence(fields(data.task));
  if (!isObject(data.counts)) return '';
  const counts = fields(data.counts);
  return `Tasks: ${[taskCounts(counts), failedTasks(counts)].filter(Boolean).join(' · ')}`;
}

export function taskMark(data: Fields): MarkKind {
  const { status } = fields(data.task);
  if (status === 'failed') return 'failing';
  if (status === 'running') return 'checking';
  if (status === 'pending') return 'off';
  return countOf(fields(data.counts), 'failed') > 0 ? 'attention' : 'healthy';
}
