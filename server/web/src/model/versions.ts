import { useMutation, useQuery } from '@tanstack/preact-query';
import { Problem } from '../api/problem';
import type { Difference, TextName, TextSaved, Version } from '../api/texts';
import type { FileStatus } from '../api/types';
import { useNova } from './nova';

const causes: Record<string, string> = {
  ui: 'replaced in a window',
  api: 'replaced by the API',
  file: 'replaced in the file',
  remote: 'replaced from another machine',
  restore: 'replaced by an earlier text',
  recovered: 'found after a crash',
};

/** What came after a version. */
export const causeWords = (cause: string) => causes[cause] ?? cause;

/** The earlier texts of a file, the newest first. Another text in the file asks anew; what was known stays meanwhile. */
export function useVersions(which: TextName, file: FileStatus) {
  const nova = useNova();
  return useQuery<Version[], Problem>({
    queryKey: ['versions', which, file.file_revision],
    queryFn: ({ signal }) => nova.api.versions(which, signal),
    placeholderData: (before) => before,
    gcTime: 60_000,
    retry: 1,
  });
}

/** What differs between a version and the text of now. */
export function useDifference(which: TextName, id: string | undefined, file: FileStatus) {
  const nova = useNova();
  return useQuery<Difference, Problem>({
    queryKey: ['difference', which, id, file.file_revision],
    queryFn: ({ signal }) => nova.api.difference(which, id ?? '', undefined, signal),
    enabled: id !== undefined,
    gcTime: 60_000,
    retry: false,
  });
}

export interface Restore {
  id: string;
  /** Of the text that is replaced, as the person has seen it. */
  revision: string;
  /** What is said when it is done. */
  words: string;
  undoable: boolean;
}

/** Makes an earlier text the one of now, and takes that back again. */
export function useRestore(which: TextName) {
  const nova = useNova();
  const restore = useMutation<TextSaved, Problem, Restore>({
    mutationKey: ['restore', which],
    mutationFn: ({ id, revision }) => nova.write(nova.api.restoreVersion(which, id, revision)),
    onSuccess: ({ changed, backup_id: backup, revision }, { words, undoable }) => {
      const undo = () =>
        restore.mutate({ id: backup, revision, words: 'The restore was taken back.', undoable: false });
      if (!changed) nova.toasts.show('The file holds this text already.');
      else nova.toasts.show(words, undoable && backup !== '' ? { words: 'Undo', run: undo } : undefined);
    },
    onError: (problem, { undoable }) => {
      // Whoever asked sees the answer in the dialog; of an undo there is none.
      if (!undoable) nova.notices.add(`The restore was not taken back. ${whyNotRestored(problem)}`);
    },
  });
  return restore;
}

export function whyNotRestored(problem: Problem): string {
  return problem.status === 412 ? 'The file has changed since. Nothing was restored.' : problem.message;
}
