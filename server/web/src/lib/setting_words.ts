// The words for settings, and how a value becomes text in a field and back.

import type { Setting, SettingValue } from '../api/settings';

const groups: Record<string, string> = {
  server: 'Web page',
  redis: 'Other machines',
  health: 'Health',
  restart: 'Restart',
  watch: 'Files and backups',
  backups: 'Files and backups',
  log: 'Log',
};

export const groupTitle = (group: string) => groups[group] ?? group;

const choices: Record<string, string> = {
  'log.level=debug': 'Everything',
  'log.level=info': 'Information',
  'log.level=warning': 'Warnings',
  'log.level=error': 'Errors',
  'log.format=json': 'JSON',
  'log.format=console': 'Console',
};

export const choiceWords = ({ name }: Setting, choice: string) => choices[`${name}=${choice}`] ?? choice;

/** As it stands in its field; a list has one a line. */
export function textOf({ kind }: Setting, value: SettingValue): string {
  if (kind === 'switch') return value === true ? 'true' : 'false';
  if (value === null) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** What a field's text means. A number that is none stays text, for the server to refuse. */
export function valueOf({ kind, name }: Setting, text: string): SettingValue {
  if (kind === 'switch') return text === 'true';
  if (kind === 'number') return /^\s*-?\d{1,15}\s*$/.test(text) ? Number(text) : text.trim();
  if (kind !== 'list') return text.trim();
  const lines = text.split('\n').map((line) => line.trim());
  const values = lines.filter((line) => line !== '');
  // The words of a command may well be there twice.
  return name === 'restart.command' ? values : [...new Set(values)];
}

/** In a sentence: "8766", "on", "Warnings", "a, b", "none". */
export function shownText(setting: Setting, value: SettingValue): string {
  const text = textOf(setting, value);
  if (setting.kind === 'switch') return text === 'true' ? 'on' : 'off';
  if (setting.kind === 'choice') return choiceWords(setting, text);
  if (text === '') return setting.kind === 'list' ? 'none' : 'empty';
  return text.replaceAll('\n', ', ');
}

/** What the page itself can tell to be wrong; empty where only the server knows, or all is well. */
export function problemOf(setting: Setting, text: string): string {
  const value = valueOf(setting, text);
  if (setting.kind === 'number') {
    const fits = typeof value === 'number' && value >= setting.least && value <= setting.most;
    return fits ? '' : `A whole number from ${setting.least} to ${setting.most}.`;
  }
  if (setting.name === 'redis.channel' && (value === '' || text.trim().length > 200)) return '1 to 200 characters.';
  if (setting.name === 'server.host' && value === '') return 'An IP address of this machine, or localhost.';
  return '';
}

/** Whether it is what the filter asks for. */
export function matchesSetting({ name, group, title, description }: Setting, filter: string): boolean {
  const words = `${name} ${groupTitle(group)} ${title} ${description}`.toLowerCase();
  return words.includes(filter.trim().toLowerCase());
}

/** The window's own are in the window; and whether there is a page is no question to be asked on it. */
export function isForHere({ group, name }: Setting): boolean {
  return group !== 'desktop' && name !== 'server.enabled';
}

/** Whether the file has a password in it, which the server keeps to itself. */
export function hasPassword({ secret, in_file }: Setting): boolean {
  return secret && String(in_file).includes('***');
}

/** Why a setting cannot be changed here; empty where it can. */
export function whyFixed({ overridden_by, local }: Setting): string {
  if (overridden_by) return `Set by ${overridden_by}, which goes before the file.`;
  return local ? 'Says what Nova runs on its machine, so it is changed there: in nova.yaml, or in the window.' : '';
}
