import { useMutation, useQuery } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem';
import type { SettingsView, SettingValue } from '../api/settings';
import { addressAfter } from '../lib/setting_address';
import { hasPassword } from '../lib/setting_words';
import { fileName, plural } from '../lib/words';
import { useNova, type Nova } from './nova';
import { changedSettings, changesWords, withApplied, withNews, withRefusal } from './settings';

const settingsKey = ['settings'] as const;

/** The settings. No event tells of nova.yaml, so it is asked for while somebody looks. */
export function useSettings() {
  const nova = useNova();
  const query = useQuery<SettingsView, Problem>({
    queryKey: settingsKey,
    queryFn: ({ signal }) => nova.api.settings(signal),
    staleTime: 0,
    refetchInterval: 10_000,
    refetchOnMount: 'always',
    refetchOnWindowFocus: true,
    retry: false,
  });
  const { data } = query;
  const seen = useRef<SettingsView>();
  useEffect(() => {
    const before = seen.current;
    seen.current = data;
    // At first, too: a draft may be older than what was read last.
    if (data && data !== before) nova.settings.update((view) => withNews(view, before ?? data, data, Date.now()));
  }, [data]);
  /** Of the page's own changes no news is made. */
  const take = (view: SettingsView) => {
    // What was asked for before would put the old one back.
    void nova.queries.cancelQueries({ queryKey: settingsKey });
    seen.current = view;
    nova.queries.setQueryData(settingsKey, view);
    seen.current = nova.queries.getQueryData(settingsKey);
  };
  return { ...query, take };
}

export interface SettingsChange {
  changes: Record<string, SettingValue>;
  /** What the person has seen. */
  seen: SettingsView;
  isUndo: boolean;
}

/** Applies changes, all of them or none. `moved` is told where Nova is afterwards, if it is elsewhere. */
export function useSettingsChange(
  take: (view: SettingsView) => void,
  moved: (address: string, next: URL | undefined) => void,
) {
  const nova = useNova();
  const mutation = useMutation<SettingsView, Problem, SettingsChange>({
    mutationKey: settingsKey,
    scope: { id: 'settings' },
    // Not by nova.write(): no event tells of it, and Nova may be elsewhere when the answer is there.
    mutationFn: ({ changes, seen }) => nova.api.changeSettings(changes, seen.file.file_revision),
    onSuccess: (saved, { changes, seen, isUndo }) => {
      const names = Object.keys(changes);
      nova.settings.update((view) => withApplied(view, saved, changes));
      take(saved);
      if (saved.address !== seen.address) {
        moved(saved.address, addressAfter(new URL(location.href), seen.address, saved.address));
        return;
      }
      nova.refresh();
      const before = Object.fromEntries(
        seen.settings.flatMap(({ name, in_file }) => (names.includes(name) ? [[name, in_file]] : [])),
      );
      if (isUndo) return nova.toasts.show('Undone.');
      // A password that was there is not known here, so it cannot be brought back.
      const undo = seen.settings.some((one) => names.includes(one.name) && hasPassword(one))
        ? undefined
        : { words: 'Undo', run: () => mutation.mutate({ changes: before, seen: saved, isUndo: true }) };
      nova.toasts.show(`${plural(names.length, 'setting')} changed.`, undo);
    },
    onError: async (problem, { seen, isUndo }) => {
      if (isUndo) nova.notices.add(`Not undone. ${problem.message}`);
      else if (problem.status === 412) await sayWhatChanged(nova, seen);
      else nova.settings.update((view) => withRefusal(view, problem));
    },
  });
  return mutation;
}

/** The file is another one than the person has seen: nothing was applied, and what was written stays. */
async function sayWhatChanged(nova: Nova, seen: SettingsView): Promise<void> {
  await nova.queries.refetchQueries({ queryKey: settingsKey });
  const now = nova.queries.getQueryData<SettingsView>(settingsKey);
  const changed = now ? changesWords(changedSettings(seen, now)) : '';
  const failure = `${fileName(seen.file.path)} was changed meanwhile${changed && `: ${changed}`}. Nothing was applied yet; apply again if you still want it.`;
  nova.settings.update((view) => ({ ...view, failure }));
}
