import { isSame, type Draft, type FormKind } from './server_form';

/** What was typed into a form and not saved, for as long as this page lives. Nowhere else: it may be a secret. */
export class ServerDrafts {
  readonly #kept = new Map<string, Draft>();

  get(kind: FormKind, about: string): Draft | undefined {
    return this.#kept.get(`${kind} ${about}`);
  }

  /** Keeps it as far as it differs from what the form begins with. */
  keep(kind: FormKind, about: string, draft: Draft, fresh: Draft | undefined): void {
    if (fresh && isSame(draft, fresh)) this.forget(kind, about);
    else this.#kept.set(`${kind} ${about}`, draft);
  }

  forget(kind: FormKind, about: string): void {
    this.#kept.delete(`${kind} ${about}`);
  }

  clear(): void {
    this.#kept.clear();
  }
}
