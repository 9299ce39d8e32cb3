import { Store } from '../lib/store';
import { isSame, type Draft, type FormKind } from './server_form';

/** What was typed into a form and not saved, for as long as this page lives. Nowhere else: it may be a secret. */
export class ServerDrafts {
  readonly count = new Store(0);
  readonly #kept = new Map<string, Draft>();

  get(kind: FormKind, about: string): Draft | undefined {
    return this.#kept.get(`${kind} ${about}`);
  }

  /** Keeps it as far as it differs from what the form begins with. */
  keep(kind: FormKind, about: string, draft: Draft, fresh: Draft | undefined): void {
    if (fresh && isSame(draft, fresh)) this.forget(kind, about);
    else this.#kept.set(`${kind} ${about}`, draft);
    this.count.set(this.#kept.size);
  }

  forget(kind: FormKind, about: string): void {
    this.#kept.delete(`${kind} ${about}`);
    this.count.set(this.#kept.size);
  }

  clear(): void {
    this.#kept.clear();
    this.count.set(0);
  }
}
