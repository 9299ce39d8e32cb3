import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import type { Problem } from '../api/problem';
import type { ExportForm, ForeignExport } from '../api/transfer';
import { plural } from '../lib/words';
import { useNova } from './nova';

/** The programs that lists can be made for. */
export const forms: [form: ExportForm, title: string][] = [
  ['claude_desktop', 'Claude Desktop'],
  ['claude_code', 'Claude Code'],
  ['cursor', 'Cursor'],
  ['vs_code', 'VS Code'],
];

/** The list for another program, made by the server from the file of that revision. */
export function useExport(form: ExportForm, names: readonly string[], revision: string) {
  const nova = useNova();
  return useQuery<ForeignExport, Problem>({
    queryKey: ['export', form, revision, ...names],
    queryFn: ({ signal }) => nova.api.exportServers(form, names, signal),
    enabled: names.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
}

/** "2 of 5 servers" */
export function chosenWords(chosen: number, all: number): string {
  return `${chosen} of ${plural(all, 'server')}`;
}
