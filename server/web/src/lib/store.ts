import { useEffect, useRef, useState } from 'preact/hooks';

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
  return useSelected(store, (value) => value);
}

/** A part of a store's value: what changes in the rest draws nothing anew. */
export function useSelected<T, Part>(store: Store<T>, select: (value: T) => Part): Part {
  const [, redraw] = useState({});
  const part = select(store.get());
  const latest = useRef({ part, select });
  latest.current = { part, select };
  useEffect(() => {
    const look = () => {
      const { part: drawn, select: selected } = latest.current;
      if (!Object.is(selected(store.get()), drawn)) redraw({});
    };
    look(); // It may have changed between drawing and now.
    return store.subscribe(look);
  }, [store]);
  return part;
}
