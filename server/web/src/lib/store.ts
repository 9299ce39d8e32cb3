import { useEffect, useState } from 'preact/hooks';

/** One value that others look at. For what is neither the server's (the query cache has that) nor one component's. */
export class Store<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useState({});
  const value = store.get();
  useEffect(() => {
    // It may have changed between drawing and now.
    if (!Object.is(store.get(), value)) redraw({});
    return store.subscribe(() => redraw({}));
  }, [store]);
  return value;
}
