import { useEffect, useState } from 'preact/hooks';

/** The pages, in the order of the rail. The address of a page is `#/name`, so that it survives a reload. */
export const pages = ['servers', 'prompt', 'health'] as const;
export type Page = (typeof pages)[number];

export interface Route {
  page: Page;
  /** The server whose details are open: `#/health/gmail`. */
  server: string | undefined;
}

export function routeOf(hash: string): Route {
  const [name, item] = hash.replace(/^#\/?/, '').split('/');
  const page = pages.find((one) => one === name) ?? 'servers';
  return { page, server: item ? decoded(item) : undefined };
}

export function addressOf(page: Page, server?: string): string {
  return server === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(server)}`;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/**
 * The one-time code of a `#login=CODE` link, taken out of the address at once: it must not stay in the history, in a
 * bookmark or on a screenshot.
 */
export function takeLoginCode(): string | undefined {
  const code = /^#login=(.+)$/.exec(location.hash)?.[1];
  if (code === undefined) return undefined;
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return decoded(code);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
