import { useMutation } from '@tanstack/preact-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api/problem';
import type { Catalog } from '../api/types';
import { useNova } from './nova';
import { catalogScope, newestOf, reasonOf } from './server_commands';
import {
  checkedText,
  freshDraft,
  isSame,
  meet,
  moreFields,
  problemsIn,
  problemsOf,
  usesMore,
  type Draft,
  type Field,
  type Fields,
  type FormKind,
  type Problems,
} from './server_form';
import type { HeaderRow } from './server_form_headers';
import { saveDraft, type Outcome } from './server_form_saving';

const typedBefore = 'This is what you had typed before. It is not saved yet.';
const valuesNotCopied = 'The values of its headers are not shown and not copied. Type them, or remove the headers.';

export interface ServerForm {
  draft: Draft;
  problems: Problems;
  notice: string;
  /** The notice is about something that went wrong. */
  isFailing: boolean;
  isChanged: boolean;
  isSaving: boolean;
  /** Something of what is folded away is set, or wrong. */
  usesMore: boolean;
  /** Counts the tries that came back with something to mend. */
  failures: number;
  set(fields: Partial<Fields>): void;
  setHeaders(headers: readonly HeaderRow[]): void;
  /** A field was left: from now on what is wrong with it is said. */
  leave(field: Field): void;
  startOver(): void;
  save(): void;
}

/** The form of one server, from what was typed before or from the file. Nothing where there is no such server. */
export function useServerForm(
  kind: FormKind,
  about: string,
  catalog: Catalog,
  onSaved: (server: string, words: string) => void,
): ServerForm | undefined {
  const nova = useNova();
  const fresh = freshDraft(kind, about, catalog);
  const [begun] = useState(() => ({ fresh, kept: nova.serverDrafts.get(kind, about) }));
  const [draft, setDraft] = useState(begun.kept ?? begun.fresh);
  const [notice, setNotice] = useState({
    text: begun.kept ? typedBefore : kind === 'duplicate' && draft && draft.headers.length > 0 ? valuesNotCopied : '',
    isFailing: false,
  });
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [found, setFound] = useState<Problems>({});
  const [tried, setTried] = useState(false);
  const [failures, setFailures] = useState(0);
  const isDone = useRef(false);

  const fail = (text: string) => {
    setNotice({ text, isFailing: true });
    setFailures((count) => count + 1);
  };
  const saving = useMutation<Outcome, Problem, Draft>({
    scope: catalogScope,
    mutationFn: (wanted) =>
      saveDraft(wanted, {
        ...newestOf(nova),
        add: (...entry) => nova.write(nova.api.addServer(...entry)),
        change: (...entry) => nova.write(nova.api.changeServer(...entry)),
      }),
    onSuccess: (outcome) => {
      if ('saved' in outcome) {
        isDone.current = true;
        nova.serverDrafts.forget(kind, about);
        onSaved(outcome.saved, outcome.words);
      } else {
        setDraft(outcome.draft);
        fail(outcome.notice);
      }
    },
    onError: (problem) => {
      if (problem.status === 422 && problem.findings.length > 0) setFound(problemsIn(problem.findings));
      else if (problem.status === 409) setFound({ name: problem.message });
      else return fail(reasonOf(problem, nova.state()?.catalog));
      setFailures((count) => count + 1);
    },
  });

  // What somebody else does to the entry meanwhile is said at once, not only when it is in the way.
  useLayoutEffect(() => {
    if (!draft || saving.isPending || isDone.current) return;
    const met = meet(draft, catalog);
    if (met.draft.revision !== draft.revision) setDraft(met.draft);
    if (met.notice !== '') setNotice({ text: met.notice, isFailing: true });
  }, [catalog, saving.isPending]);

  useLayoutEffect(() => {
    if (draft && !isDone.current) nova.serverDrafts.keep(kind, about, draft, fresh);
  }, [draft]);

  useEffect(() => {
    if (!draft || (left.size === 0 && !tried)) return undefined;
    const asked = new AbortController();
    const soon = setTimeout(() => {
      const answer = nova.api.validateConfig(checkedText(draft), asked.signal);
      // Who cannot be asked now is asked when it is saved.
      answer.then(({ errors }) => setFound(problemsIn(errors))).catch(() => undefined);
    }, 150);
    return () => {
      clearTimeout(soon);
      asked.abort();
    };
  }, [draft, left, tried]);

  if (!draft) return undefined;
  const local = problemsOf(draft, catalog.servers);
  const all: Problems = { ...found, ...local };
  const isSaid = (field: string) => tried || left.has(field as Field);
  const problems: Problems = Object.fromEntries(Object.entries(all).filter(([field]) => isSaid(field)));
  const isChanged = !fresh || !isSame(draft, fresh);
  const change = (next: Draft, fields: readonly string[]) => {
    setDraft(next);
    setFound(Object.fromEntries(Object.entries(found).filter(([field]) => !fields.includes(field))));
  };
  return {
    draft,
    problems,
    notice: notice.text,
    isFailing: notice.isFailing,
    isChanged,
    isSaving: saving.isPending,
    usesMore: usesMore(draft) || moreFields.some((field) => problems[field] !== undefined),
    failures,
    set: (fields) => change({ ...draft, fields: { ...draft.fields, ...fields } }, Object.keys(fields)),
    setHeaders: (headers) => change({ ...draft, headers }, ['headers']),
    leave: (field) => {
      // Somebody who only looks around has done nothing wrong.
      if (!left.has(field) && (draft.base || isChanged)) setLeft(new Set([...left, field]));
    },
    startOver: () => {
      setDraft(fresh ?? draft);
      setNotice({ text: '', isFailing: false });
      setFound({});
      setLeft(new Set());
      setTried(false);
    },
    save: () => {
      if (saving.isPending) return;
      setTried(true);
      if (Object.keys(local).length > 0) {
        setNotice({ text: '', isFailing: false });
        setFailures(failures + 1);
        return;
      }
      setNotice({ text: '', isFailing: false });
      saving.mutate(draft);
    },
  };
}
