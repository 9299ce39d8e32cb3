import { Store } from '../lib/store';

/** Something that was done, said for a moment; mostly with the way to undo it. */
export interface Toast {
  id: number;
  text: string;
  /** What can be done about it: "Undo". */
  action?: { words: string; run: () => void } | undefined;
}

/** The newest of them is on screen. Owned by Nova; what failed is a Notice instead, and stays. */
export class Toasts {
  readonly shown = new Store<Toast | undefined>(undefined);
  #next = 1;

  show(text: string, action?: Toast['action']): void {
    this.shown.set({ id: this.#next++, text, action });
  }

  close(id: number): void {
    if (this.shown.get()?.id === id) this.shown.set(undefined);
  }
}
