import type { ImportItem, ImportPlan } from '../api/transfer';
import type { Problem } from '../api/problem';
import { plural } from '../lib/words';
import { isServerName } from './server_form';

/** One server of another program, and what is to become of it. */
export interface ImportRow {
  item: ImportItem;
  /** What it is to be called here. */
  name: string;
  isChosen: boolean;
  isAdded: boolean;
  /** Why it could not be added. */
  problem: string;
}

export type RowKind = ImportItem['kind'] | 'added';

const most = 1024 * 1024;

/** Whether something that was copied elsewhere may well be a list of servers. */
export function looksForeign(text: string): boolean {
  if (text.length > most || !text.includes('{') || !text.includes('}')) return false;
  return ['"mcpServers"', '"servers"', '"url"', '"command"'].some((word) => text.includes(word));
}

export function kindOf({ isAdded, item }: ImportRow): RowKind {
  return isAdded ? 'added' : item.kind;
}

export function isToAdd(row: ImportRow): boolean {
  return row.isChosen && kindOf(row) === 'new';
}

export function rowsOf({ servers }: ImportPlan): ImportRow[] {
  return servers.map((item) => ({
    item,
    name: item.name,
    isChosen: item.kind === 'new',
    isAdded: false,
    problem: '',
  }));
}

/** The catalog has changed under the preview: what somebody typed and chose stays. */
export function rowsAgain(rows: readonly ImportRow[], plan: ImportPlan): ImportRow[] {
  const fresh = rowsOf(plan);
  if (fresh.length !== rows.length) return fresh;
  return rows.map((row, index) => {
    const now = fresh[index];
    if (!now || row.isAdded) return row;
    return row.item.kind === now.item.kind ? { ...row, item: now.item } : now;
  });
}

/** What is wrong with the names under which servers are to be added, by row. */
export function nameProblems(rows: readonly ImportRow[], inCatalog: readonly string[]): string[] {
  const taken = new Set(inCatalog);
  return rows.map((row) => {
    if (!isToAdd(row)) return '';
    const name = row.name.trim();
    if (!isServerName(name))
      return 'Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.';
    if (taken.has(name)) return 'There is another server of this name.';
    taken.add(name);
    return '';
  });
}

export function verdictOf(row: ImportRow): string {
  switch (kindOf(row)) {
    case 'added':
      return 'added';
    case 'present':
      return 'there already';
    case 'impossible':
      return 'no place here';
    case 'new':
      return row.isChosen ? 'will be added' : 'left out';
  }
}

/** "3 can be added · 1 is there already" */
export function summaryOf(rows: readonly ImportRow[]): string {
  const count = (kind: RowKind) => rows.filter((row) => kindOf(row) === kind).length;
  const part = (number: number, one: string, many: string) =>
    number > 0 ? [`${number} ${number === 1 ? one : many}`] : [];
  const parts = [
    ...part(count('added'), 'was added', 'were added'),
    ...part(count('new'), 'can be added', 'can be added'),
    ...part(count('present'), 'is there already', 'are there already'),
    ...part(count('impossible'), 'has no place here', 'have no place here'),
  ];
  return parts.join(' · ') || 'The list is empty.';
}

export function addWords(rows: readonly ImportRow[]): string {
  const count = rows.filter(isToAdd).length;
  return count === 0 ? 'Add' : `Add ${plural(count, 'server')}`;
}

export function addedWords(count: number): string {
  return count === 1 ? '1 server was added.' : `${count} servers were added.`;
}

export function failedWords(added: number, wanted: number, reason: string): string {
  return added === 0 ? `Nothing was added. ${reason}` : `${added} of ${wanted} were added and stay. ${reason}`;
}

/** Why a text could not be read: "Line 4, column 7: A comma is expected here." */
export function unreadableWords(problem: Problem): string {
  const [first] = problem.findings;
  if (!first) return problem.message;
  const place = first.line > 0 ? `Line ${first.line}, column ${first.column}: ` : '';
  return `${place}${first.message}${first.hint ? ` ${first.hint}` : ''}`;
}
