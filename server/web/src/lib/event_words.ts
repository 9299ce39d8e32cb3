// What an event says, as a sentence and a mark. One place, so that the list, its details and the filter say the same.

import type { NovaEvent } from '../api/types';
import type { MarkKind } from '../components/mark';
import { healthMark, healthSentence } from './event_health';
import { fields, list, namesWords, oneLine } from './event_texts';
import { taskMark, taskSentence } from './task_words';
import { fileName, plural } from './words';

/** The kinds of events, by the word that an address has for each. */
export const kinds = {
  switched: { type: 'mcp_toggled', words: 'Switched' },
  prompt: { type: 'prompt_updated', words: 'Prompt saved' },
  configuration: { type: 'config_validated', words: 'Configuration checked' },
  health: { type: 'system_health', words: 'Health' },
  tasks: { type: 'task_updated', words: 'Tasks' },
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

type Fields = Record<string, unknown>;

export function kindOf(event: NovaEvent): Kind {
  return kindNames.find((kind) => kinds[kind].type === event.type) ?? 'tasks';
}

/** "nova-2" of "nova-settings@nova-2". */
export function machineOf(source: string): string {
  return source.slice(source.lastIndexOf('@') + 1);
}

function origin({ origin }: Fields, source: string): string {
  switch (origin) {
    case 'api':
      return ', by the API';
    case 'file':
      return ', in the file';
    case 'remote':
      return `, on ${machineOf(source)}`;
    default:
      return ''; // By somebody at a window or a page.
  }
}

function switchedSentence(data: Fields): string {
  const name = oneLine(data.name);
  return name === '' || typeof data.enabled !== 'boolean' ? '' : `${name} switched ${data.enabled ? 'on' : 'off'}`;
}

function promptSentence(data: Fields): string {
  const count = (value: unknown) => (typeof value === 'number' && value > 0 ? value : 0);
  const [added, removed] = [count(data.added), count(data.removed)];
  if (added === 0 && removed === 0) return 'Prompt saved';
  if (removed === 0) return `Prompt saved: ${plural(added, 'line')} added`;
  if (added === 0) return `Prompt saved: ${plural(removed, 'line')} removed`;
  return `Prompt saved: ${plural(added, 'line')} added, ${removed.toLocaleString('en')} removed`;
}

function checkedSentence(data: Fields): string {
  const file = fileName(oneLine(data.file));
  if (file === '' || typeof data.valid !== 'boolean') return '';
  if (!data.valid) {
    const errors = list(data.errors).length;
    return `${file} has ${errors <= 1 ? 'an error' : `${errors} errors`} and is not in force`;
  }
  const parts: string[] = [];
  for (const [change, words] of [['added', 'added'], ['modified', 'changed'], ['removed', 'removed']] as const) {
    const names = list(data.changes).flatMap((one) => (one.change === change ? [oneLine(one.name)] : []));
    if (names.length > 0) parts.push(`${namesWords(names)} ${words}`);
  }
  const warnings = list(data.warnings).length;
  if (warnings > 0) parts.push(plural(warnings, 'warning'));
  return `${file} checked: ${parts.join(' · ') || 'all is well'}`;
}

function bareSentence(kind: Kind, data: Fields): string {
  switch (kind) {
    case 'switched':
      return switchedSentence(data);
    case 'prompt':
      return promptSentence(data);
    case 'configuration':
      return checkedSentence(data);
    case 'health':
      return healthSentence(data);
    case 'tasks':
      return taskSentence(data);
  }
}

const longest = 600;

/** "gmail switched on, by the API". */
export function eventSentence(event: NovaEvent): string {
  const kind = kindOf(event);
  const data = fields(event.data);
  const sentence = bareSentence(kind, data);
  if (sentence === '') return `${kinds[kind].words}: no details were told`;
  const ending = kind === 'health' || kind === 'tasks' ? '' : origin(data, event.source);
  return (sentence + ending).slice(0, longest);
}

export function eventMark(event: NovaEvent): MarkKind {
  const data = fields(event.data);
  switch (kindOf(event)) {
    case 'switched':
      return data.enabled === true ? 'healthy' : 'off';
    case 'prompt':
      return 'healthy';
    case 'configuration':
      return data.valid !== true ? 'failing' : list(data.warnings).length === 0 ? 'healthy' : 'attention';
    case 'health':
      return healthMark(data);
    case 'tasks':
      return taskMark(data);
  }
}

const enough = 4000;

/** What the filter looks at: kind, sentence, source, and what is said of servers and errors. In small letters. */
export function searchText(event: NovaEvent, sentence: string): string {
  let text = [kinds[kindOf(event)].words, event.type, sentence, event.source].join('\n');
  const data = fields(event.data);
  for (const entry of [data.servers, data.changes, data.errors].flatMap(list)) {
    if (text.length > enough) break;
    for (const words of [entry.name, entry.summary, entry.message].map((one) => oneLine(one)).filter(Boolean))
      text += `\n${words}`;
  }
  return text.toLowerCase();
}
