/** Answers that were asked for before the page was there, by address; each is given out once. */
export type Early = Record<string, Promise<Response | undefined> | undefined>;

declare global {
  interface Window {
    novaEarly?: Early;
  }
}

/** `plain`, but what was asked for early is not asked for again. What failed early is. */
export function fetchWithEarly(early: Early, plain: typeof fetch = (input, init) => fetch(input, init)): typeof fetch {
  return async (input, init) => {
    const path = String(input);
    const asked = (init?.method ?? 'GET') === 'GET' ? early[path] : undefined;
    if (!asked) return plain(input, init);
    delete early[path];
    return (await asked.catch(() => undefined)) ?? plain(input, init);
  };
}
