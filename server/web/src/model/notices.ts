import { Store } from '../lib/store';

/** Why nothing can be done while the connection is away; not true any more once it is back. */
export const lostWords = 'The connection to Nova is lost. Nothing can be changed until it is back.';

/** Something that did not work and that a person should read: beside its server, or above the page. */
export interface Notice {
  id: number;
  text: string;
  server?: string | undefined;
}

/** The notices on screen. They stay until somebody closes them or the thing is tried again. Owned by Nova. */
export class Notices {
  readonly all = new Store<readonly Notice[]>([]);
  #next = 1;

  add(text: string, server?: string): void {
    const others = this.all.get().filter((notice) => notice.server !== server || notice.text !== text);
    this.all.set([...others, { id: this.#next++, text, server }]);
  }

  close(id: number): void {
    this.all.set(this.all.get().filter((notice) => notice.id !== id));
  }

  /** What has become untrue. */
  withdraw(text: string): void {
    this.all.set(this.all.get().filter((notice) => notice.text !== text));
  }

  clear(server: string): void {
    this.all.set(this.all.get().filter((notice) => notice.server !== server));
  }
}
