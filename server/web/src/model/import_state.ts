import { useMutation } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api/problem';
import type { ImportPlan } from '../api/transfer';
import type { Catalog } from '../api/types';
import {
  addedWords,
  failedWords,
  isToAdd,
  nameProblems,
  rowsAgain,
  rowsOf,
  unreadableWords,
  type ImportRow,
} from './import';
import { useNova } from './nova';
import { catalogScope, reasonOf } from './server_commands';

/** What somebody pasted, dropped or chose. */
export interface ForeignText {
  content: string;
  fileName?: string | undefined;
}

/** The file as it was before the first server was added, as long as nothing else has changed since. */
export interface WayBack {
  backup: string;
  revision: string;
}

export interface Importing {
  /** Nothing as long as no list was read. */
  rows: readonly ImportRow[] | undefined;
  names: readonly string[];
  /** Whose list it is. */
  source: string;
  /** Why it could not be read, or how the adding went. */
  problem: string;
  isReading: boolean;
  /** Which of how many is being added. */
  progress: { at: number; of: number } | undefined;
  back: WayBack | undefined;
  read(text: ForeignText): void;
  change(row: ImportRow, changed: Partial<ImportRow>): void;
  add(): void;
  /** To where a source is chosen. */
  startOver(): void;
}

/** Reads another program's list and adds what is wanted of it, one after the other. */
export function useImport(
  catalog: Catalog,
  onDone: (words: string, back: WayBack | undefined, first: string) => void,
): Importing {
  const nova = useNova();
  const [text, setText] = useState<ForeignText | undefined>(undefined);
  const [plan, setPlan] = useState<ImportPlan | undefined>(undefined);
  const [rows, setRows] = useState<readonly ImportRow[]>([]);
  const [problem, setProblem] = useState('');
  const [progress, setProgress] = useState<Importing['progress']>(undefined);
  const [back, setBack] = useState<WayBack | undefined>(undefined);

  const reading = useMutation<ImportPlan, Problem, { asked: ForeignText; again: boolean }>({
    mutationFn: ({ asked: { content, fileName } }) => nova.api.readImport(content, fileName),
    onSuccess: (found, { asked, again }) => {
      setText(asked);
      setPlan(found);
      setRows((shown) => (again ? rowsAgain(shown, found) : rowsOf(found)));
    },
    onError: (failure, { again }) => {
      // While a list is shown, that it could not be read again is nothing to be told.
      if (!again) setProblem(unreadableWords(failure));
    },
  });

  const adding = useMutation<void, Problem, readonly [number, ImportRow][]>({
    scope: catalogScope,
    mutationFn: async (wanted) => {
      const change = (place: number, changed: Partial<ImportRow>) =>
        setRows((all) => all.map((row, index) => (index === place ? { ...row, ...changed } : row)));
      let way = back?.revision === catalog.revision ? back : undefined;
      let { revision } = catalog;
      setProblem('');
      for (const [index, [place, row]] of wanted.entries()) {
        setProgress({ at: index + 1, of: wanted.length });
        try {
          const saved = await nova.write(nova.api.addServer(row.name.trim(), row.item.fields, revision));
          revision = saved.revision;
          const backup = way?.backup ?? (index === 0 ? saved.backup_id : '');
          way = backup === '' ? undefined : { backup, revision };
          setBack(way);
          change(place, { isAdded: true });
        } catch (error) {
          const reason = reasonOf(error as Problem, nova.state()?.catalog);
          change(place, { problem: reason });
          setProblem(failedWords(index, wanted.length, reason));
          return;
        }
      }
      onDone(addedWords(wanted.length), way, wanted[0]?.[1].name.trim() ?? '');
    },
    onSettled: () => setProgress(undefined),
  });

  // The list is seen against the catalog; when that changes, it is looked at again.
  const { isPending: isAdding } = adding;
  useEffect(() => {
    if (text && plan && !isAdding) reading.mutate({ asked: text, again: true });
  }, [catalog.revision, isAdding]);

  const isSame = back?.revision === catalog.revision;
  return {
    rows: plan && rows,
    names: nameProblems(rows, isAdding ? [] : catalog.servers.map(({ name }) => name)),
    source: plan?.title || text?.fileName || 'the text',
    problem,
    isReading: reading.isPending && !plan,
    progress: isAdding ? progress : undefined,
    back: isSame && !isAdding ? back : undefined,
    read: (asked) => {
      setProblem('');
      reading.mutate({ asked, again: false });
    },
    change: (row, changed) => setRows(rows.map((one) => (one === row ? { ...one, ...changed } : one))),
    add: () => {
      if (isAdding) return;
      setRows(rows.map((row) => ({ ...row, problem: '' })));
      adding.mutate([...rows.entries()].filter(([, row]) => isToAdd(row)));
    },
    startOver: () => {
      setPlan(undefined);
      setText(undefined);
      setRows([]);
      setProblem('');
      setBack(undefined);
    },
  };
}

/** Puts the file back to what it was before an import. */
export function useImportUndo() {
  const nova = useNova();
  const { mutate } = useMutation<unknown, Problem, WayBack>({
    scope: catalogScope,
    mutationFn: ({ backup, revision }) => nova.write(nova.api.restoreVersion('config', backup, revision)),
    onSuccess: () => nova.toasts.show('The catalog is as it was before.'),
    onError: (problem) => {
      const reason = reasonOf(problem, nova.state()?.catalog).replace(' Try again.', '');
      nova.notices.add(`It could not be undone. ${reason} The backup is under Configuration.`);
    },
  });
  return mutate;
}
