import type { TextName } from '../api/texts';
import type { Finding } from '../api/types';
import { emptyFile, putTogether, takeApart, type FileText } from '../lib/line_endings';
import { Store } from '../lib/store';

/** A text in the file. */
export interface Base {
  file: FileText;
  /** Empty where there is no file: then saving makes one. */
  revision: string;
}

/** Why a text was not saved. */
export interface Refusal {
  words: string;
  /** What was wrong with the text itself; another text makes it old. */
  findings?: readonly Finding[];
}

export interface DraftView {
  /** The text has been read, or it is known that there is no file or that it cannot be read. */
  readonly loaded: boolean;
  /** What the editor shows; lines end with \n. */
  readonly text: string;
  /** What the draft is made from. */
  readonly base: Base;
  /** The file has come to hold another text than the draft was made from. */
  readonly theirs: Base | undefined;
  /** A draft that was dropped and can be had back. */
  readonly dropped: { base: Base; text: string } | undefined;
  /** Why the file could not be read; empty where it could. */
  readonly unreadable: string;
  readonly refusal: Refusal | undefined;
  /** A save was refused because there is a newer text, whatever the state says yet. */
  readonly stale: boolean;
}

const nothing: DraftView = {
  loaded: false,
  text: '',
  base: { file: emptyFile, revision: '' },
  theirs: undefined,
  dropped: undefined,
  unreadable: '',
  refusal: undefined,
  stale: false,
};

export const isDirty = (view: DraftView) => view.text !== view.base.file.text;
/** The revision of the newest text of the file that is known. */
export const newestRevision = (view: DraftView) => (view.theirs ?? view.base).revision;

/**
 * A text somebody edits, beside the one in the file. Without a draft it follows the file. With one, a change of the file
 * is a conflict that the writer decides; nothing but the writer ever drops a character of a draft, and what was dropped
 * can be had back. It lives as long as the page and nowhere else. Owned by Nova.
 */
export class Draft {
  readonly view = new Store<DraftView>(nothing);

  #set(change: Partial<DraftView>): void {
    this.view.set({ ...this.view.get(), ...change });
  }

  /** What somebody typed. */
  edit(text: string): void {
    const before = this.view.get();
    if (text === before.text) return;
    const change: { -readonly [Name in keyof DraftView]?: DraftView[Name] } = { text };
    if (before.refusal?.findings) change.refusal = undefined;
    // There is a new draft; bringing the old one back would drop this one.
    if (before.dropped && text !== before.base.file.text) change.dropped = undefined;
    this.#set(change);
  }

  /** The text as it would be in the file. */
  content(): string {
    const { base, text } = this.view.get();
    return putTogether(base.file, text);
  }

  /** What the file holds now; undefined where there is none. */
  adopt(content: string | undefined, revision: string): void {
    const before = this.view.get();
    const newest: Base = { file: content === undefined ? emptyFile : takeApart(content), revision };
    const read = { loaded: true, unreadable: '', stale: false };
    if (!before.loaded || !isDirty(before) || newest.file.text === before.text) {
      this.#set({ ...read, base: newest, text: newest.file.text, theirs: undefined, refusal: undefined });
    } else if (revision === before.base.revision) {
      // As it was when the draft was begun.
      this.#set({ ...read, theirs: undefined });
    } else {
      // The conflict says more than the refusal that told of it.
      this.#set({ ...read, theirs: newest, refusal: undefined });
    }
  }

  readFailed(words: string): void {
    this.#set({ loaded: true, unreadable: words, stale: false });
  }

  saving(): void {
    this.#set({ refusal: undefined });
  }

  /** What was sent is in the file; what was typed since is a draft made from it. */
  saved(sent: string, revision: string): void {
    this.#set({ base: { file: takeApart(sent), revision }, theirs: undefined, dropped: undefined, stale: false });
  }

  refused(refusal: Refusal, stale = false): void {
    this.#set({ refusal, stale });
  }

  /** Back to the text of the file; undo() has the draft again. False where there was nothing to drop. */
  discard(): boolean {
    const before = this.view.get();
    if (!isDirty(before) && !before.theirs) return false;
    const base = before.theirs ?? before.base;
    this.#set({
      base,
      text: base.file.text,
      theirs: undefined,
      refusal: undefined,
      dropped: { base: before.base, text: before.text },
    });
    return true;
  }

  /** Of a conflict: the draft stays, and saving it replaces what the file holds now. */
  keepMine(): void {
    const { theirs } = this.view.get();
    if (theirs) this.#set({ base: theirs, theirs: undefined });
  }

  /** The draft that was dropped. It was made from its own text: what the file holds now may be a conflict again. */
  undo(): void {
    const { dropped, base } = this.view.get();
    if (!dropped) return;
    const theirs = base.revision === dropped.base.revision ? undefined : base;
    this.#set({ base: dropped.base, text: dropped.text, theirs, dropped: undefined });
  }

  /** What is only the server's goes. What somebody typed stays. */
  forget(): void {
    if (isDirty(this.view.get())) this.#set({ refusal: undefined });
    else this.clear();
  }

  /** Everything goes, what was typed as well. */
  clear(): void {
    this.view.set(nothing);
  }
}

/** The drafts of this page. Owned by Nova. */
export class Drafts {
  readonly config = new Draft();
  readonly prompt = new Draft();
  /** The texts that are not saved yet. */
  readonly unsaved = new Store<ReadonlySet<TextName>>(new Set());

  constructor() {
    for (const which of ['config', 'prompt'] as const) this[which].view.subscribe(() => this.#look(which));
  }

  forget(): void {
    this.config.forget();
    this.prompt.forget();
  }

  clear(): void {
    this.config.clear();
    this.prompt.clear();
  }

  #look(which: TextName): void {
    const dirty = isDirty(this[which].view.get());
    if (dirty === this.unsaved.get().has(which)) return;
    const unsaved = new Set(this.unsaved.get());
    if (dirty) unsaved.add(which);
    else unsaved.delete(which);
    this.unsaved.set(unsaved);
  }
}
