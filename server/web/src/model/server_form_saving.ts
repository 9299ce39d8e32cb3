import { Problem } from '../api/problem';
import type { Catalog, NovaState, ServerFields, ServerSaved } from '../api/types';
import { meet, patchOf, type Draft } from './server_form';

/** A file that changes faster than it can be asked is not waited for. */
const maxRepeats = 5;

export interface NewestSteps {
  /** The newest state this page has. */
  seen(): NovaState | undefined;
  /** The newest state there is; from then on the page has it, too. */
  fetch(): Promise<NovaState>;
}

/**
 * Writes on the newest revision. Where the file has changed, `send` is asked again with what it has now, and throws
 * where that would not be what somebody meant.
 */
export async function onNewest<T>(steps: NewestSteps, send: (catalog: Catalog) => Promise<T>): Promise<T> {
  let { catalog } = steps.seen() ?? (await steps.fetch());
  for (let turn = 1; ; turn++) {
    try {
      return await send(catalog);
    } catch (error) {
      if (!isStale(error) || turn > maxRepeats) throw error;
      ({ catalog } = await steps.fetch());
    }
  }
}

export function isStale(error: unknown): error is Problem {
  return error instanceof Problem && error.status === 412;
}

export interface SavingSteps extends NewestSteps {
  add(name: string, fields: ServerFields, revision: string): Promise<ServerSaved>;
  change(name: string, fields: ServerFields & { name?: string }, revision: string): Promise<ServerSaved>;
}

/** It is in the file; or somebody was faster, and a person has to look at it again first. */
export type Outcome = { saved: string; words: string } | { draft: Draft; notice: string };

/** Puts a draft into the file: on the revision that was seen, or on a newer one as long as it means the same there. */
export async function saveDraft(first: Draft, steps: SavingSteps): Promise<Outcome> {
  let draft = first;
  for (let turn = 1; ; turn++) {
    try {
      return await send(draft, steps);
    } catch (error) {
      if (!isStale(error) || turn > maxRepeats) throw error;
    }
    const met = meet(draft, (await steps.fetch()).catalog);
    if (met.notice !== '') return met;
    draft = met.draft;
  }
}

async function send(draft: Draft, steps: SavingSteps): Promise<Outcome> {
  const name = draft.fields.name.trim();
  const patch = patchOf(draft);
  if (!draft.base) {
    await steps.add(name, patch, draft.revision);
    return { saved: name, words: `${name} added` };
  }
  const { name: before } = draft.base;
  if (name === before && Object.keys(patch).length === 0) return { saved: name, words: '' };
  await steps.change(before, name === before ? patch : { ...patch, name }, draft.revision);
  return { saved: name, words: name === before ? `${name} saved` : `${before} is ${name} now` };
}
