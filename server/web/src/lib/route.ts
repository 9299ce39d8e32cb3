import { useEffect, useState } from 'preact/hooks';

/** The pages, in the order of the rail. The address of a page is `#/name`, so that it survives a reload. */
export const pages = ['servers', 'prompt', 'health', 'events', 'configuration', 'settings'] as const;
export type Page = (typeof pages)[number];

export interface Route {
  page: Page;
  /** What of the page is open: `#/health/gmail` has `gmail`, `#/prompt/versions/7` has `versions` and `7`. */
  path: readonly string[];
  /** What it is narrowed to: `#/events?kind=health`. */
  query: Readonly<Record<string, string>>;
}

export function routeOf(hash: string): Route {
  const [where = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name, ...path] = where.split('/');
  const page = pages.find((one) => one === name);
  return {
    page: page ?? 'servers',
    path: page ? path.filter((part) => part !== '').map(decoded) : [],
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function addressOf(page: Page, path: readonly string[] = [], query: Readonly<Record<string, string>> = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== '');
  const words = set.length > 0 ? `?${new URLSearchParams(set)}` : '';
  return `#/${[page, ...path.map(encodeURIComponent)].join('/')}${words}`;
}

/** Another place, to which the browser's Back leads back. */
export function goTo(address: string): void {
  location.hash = address;
}

/** The same place told more exactly (a filter that is typed): no step of its own for Back. */
export function amendAddress(address: string): void {
  if (address === location.hash) return;
  history.replaceState(null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
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
