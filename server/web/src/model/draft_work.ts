import { useMemo } from 'preact/hooks';
import type { TextName } from '../api/texts';
import type { FileStatus, Finding } from '../api/types';
import { utf8Length } from '../lib/text_places';
import { fileName, plural } from '../lib/words';
import { useDraft, useSave, type DraftHandle } from './draft_queries';
import { useNova } from './nova';
import { useValidation } from './validation';

/** So many bytes a file may have. */
const mostBytes = 1024 * 1024;

export interface DraftWork extends DraftHandle {
  file: FileStatus;
  /** What is wrong with the text, as far as it is known. */
  findings: readonly Finding[];
  /** Why nothing can be changed; empty where it can. */
  locked: string;
  /** Why it is too long; empty where it is not. */
  tooLong: string;
  /** Why it cannot be saved now; empty where it can. */
  unsavable: string;
  /** False where it cannot be saved; what is wrong is said then. */
  save: () => boolean;
  discard: () => void;
  takeTheirs: () => void;
}

/** A draft at work: what stands against saving it, and what can be done with it. */
export function useDraftWork(which: TextName, file: FileStatus, savedWords: string): DraftWork {
  const nova = useNova();
  const handle = useDraft(which, file);
  const { draft, text, base, dirty, offline, refusal } = handle;
  const saving = useSave(which, savedWords);
  const checked = useValidation(text, dirty && which === 'config', offline, () => draft.content());

  const ofFile = useMemo(() => [...file.errors, ...file.warnings], [file.errors, file.warnings]);
  // They are about this text, or about a newer one that is on its way here.
  const atRest = file.file_revision === base.revision && file.status !== 'missing' ? ofFile : none;
  const findings = dirty ? (refusal?.findings ?? checked?.findings ?? atRest) : atRest;
  const areOfThisText = refusal?.findings !== undefined || checked?.text === text;
  const errors = areOfThisText ? findings.filter(({ severity }) => severity === 'error').length : 0;

  const locked = whyLocked(handle, file);
  const tooLong = useMemo(() => whyTooLong(text), [text]);
  const unsavable = whyUnsavable(handle, locked, tooLong, errors);
  return {
    ...handle,
    file,
    findings,
    locked,
    tooLong,
    unsavable,
    save: () => {
      if (unsavable === '') saving.mutate({ content: draft.content(), revision: base.revision });
      else if (errors > 0 && !refusal) draft.refused({ words: unsavable, findings });
      return unsavable === '';
    },
    discard: () => drop('The draft was discarded.'),
    takeTheirs: () => drop('The draft was replaced by the text in the file.'),
  };

  function drop(words: string): void {
    if (!draft.discard()) return;
    nova.toasts.show(words, { words: 'Undo', run: () => draft.undo() });
    closeWithDraft(nova, which);
  }
}

const none: readonly Finding[] = [];

/** Once a new draft is begun the old one cannot be had back: nothing offers it any more. */
function closeWithDraft(nova: ReturnType<typeof useNova>, which: TextName): void {
  const id = nova.toasts.shown.get()?.id;
  const { view } = nova.drafts[which];
  const end = view.subscribe(() => {
    if (view.get().dropped) return;
    end();
    if (id !== undefined) nova.toasts.close(id);
  });
}

function whyLocked({ loaded, unreadable }: DraftHandle, file: FileStatus): string {
  if (!loaded) return 'The text is being read.';
  if (unreadable !== '') return unreadable;
  if (!file.writable && file.status !== 'missing') {
    return `${fileName(file.path)} is managed elsewhere: Nova may not write it. Change it at its source.`;
  }
  return '';
}

function whyTooLong(text: string): string {
  // No character takes more than three bytes a unit, so that most texts need not be counted.
  const bytes = text.length * 3 > mostBytes ? utf8Length(text) : 0;
  if (bytes <= mostBytes) return '';
  return `It has ${plural(bytes - mostBytes, 'byte')} more than a file may have, which is 1 MiB.`;
}

function whyUnsavable(
  { saving, dirty, offline, theirs }: DraftHandle,
  locked: string,
  tooLong: string,
  errors: number,
): string {
  if (saving) return 'It is being saved.';
  if (offline && dirty) return 'Nova cannot be reached. What you typed is kept, and can be saved when it is back.';
  if (!dirty) return 'There is nothing to save.';
  if (locked !== '') return locked;
  if (theirs) return 'The file was changed while you were editing it. Keep yours or take theirs first.';
  if (errors > 0) return `${plural(errors, 'error')} ${errors === 1 ? 'has' : 'have'} to be mended first.`;
  return tooLong;
}
