import { useIsMutating, useMutation } from '@tanstack/preact-query';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { TextName, TextSaved } from '../api/texts';
import type { FileStatus } from '../api/types';
import { useStore } from '../lib/store';
import { fileName } from '../lib/words';
import { isDirty, newestRevision, type Draft, type DraftView } from './draft';
import { useNova, type Nova } from './nova';

const saveKey = (which: TextName) => ['save', which];

export interface DraftHandle extends DraftView {
  draft: Draft;
  dirty: boolean;
  saving: boolean;
  /** The server cannot be told anything at the moment. */
  offline: boolean;
  /** Reads the file once more. */
  reread: () => void;
}

/** The draft of a text, which follows its file as long as somebody looks at it. */
export function useDraft(which: TextName, file: FileStatus): DraftHandle {
  const nova = useNova();
  const draft = nova.drafts[which];
  const view = useStore(draft.view);
  const offline = useStore(nova.live.status).phase !== 'live';
  const saving = useIsMutating({ mutationKey: saveKey(which) }) > 0;
  const reader = useRef<Reader>();
  reader.current ??= new Reader(nova, which);

  useEffect(() => {
    if (!saving && !offline) reader.current?.look(file);
  }, [file.file_revision, file.status, saving, offline, view.stale, view.loaded]);
  const reread = useCallback(() => reader.current?.look(file, true), [file]);
  return { ...view, draft, dirty: isDirty(view), saving, offline, reread };
}

/** Reads what is in the file where it may be another text than the newest one known here. */
class Reader {
  #reading = false;
  #next: FileStatus | undefined;

  constructor(
    private readonly nova: Nova,
    private readonly which: TextName,
  ) {}

  look(file: FileStatus, anyway = false): void {
    const draft = this.nova.drafts[this.which];
    const { loaded, unreadable, stale } = draft.view.get();
    if (file.status === 'loading') return;
    if (this.#reading) {
      this.#next = file;
      return;
    }
    const known = loaded && !unreadable && !stale && newestRevision(draft.view.get()) === file.file_revision;
    if (known && !anyway) return;
    if (file.status === 'missing') draft.adopt(undefined, '');
    else void this.#read(file);
  }

  async #read(file: FileStatus): Promise<void> {
    const draft = this.nova.drafts[this.which];
    this.#reading = true;
    try {
      const { content, revision } = await this.nova.api.textInFile(this.which);
      draft.adopt(content, revision);
    } catch (error) {
      // Where it went away in between, the state will say so.
      if (error instanceof Problem && error.status === 404) draft.adopt(undefined, '');
      else draft.readFailed(whyUnreadable(file, error));
    } finally {
      this.#reading = false;
    }
    const next = this.#next;
    this.#next = undefined;
    if (next) this.look(next);
  }
}

function whyUnreadable(file: FileStatus, error: unknown): string {
  if (!(error instanceof Problem)) return 'Something went wrong in this page. Reload it.';
  if (error.status !== 409) return `The text could not be read. ${error.message}`;
  if (file.errors.some(({ code }) => code === 'encoding')) {
    return (
      `${fileName(file.path)} is not UTF-8 text, so it cannot be edited here. Mend it in another editor, ` +
      'or go back to an earlier text.'
    );
  }
  return error.message;
}

/** Saves a draft. What becomes of it is in the draft; `savedWords` are said where it worked. */
export function useSave(which: TextName, savedWords: string) {
  const nova = useNova();
  const draft = nova.drafts[which];
  return useMutation<TextSaved, Problem, { content: string; revision: string }>({
    mutationKey: saveKey(which),
    mutationFn: ({ content, revision }) => nova.write(nova.api.saveText(which, content, revision)),
    onMutate: () => draft.saving(),
    onSuccess: ({ revision }, { content }) => {
      draft.saved(content, revision);
      nova.toasts.show(savedWords);
    },
    onError: (problem) => {
      if (problem.status === 412) draft.refused({ words: 'The file has changed since.' }, true);
      else
        draft.refused({ words: problem.message, ...(problem.findings.length > 0 && { findings: problem.findings }) });
    },
  });
}
