import { useEffect, useState } from 'preact/hooks';

/** The pages, in the order of the rail. The address of a page is `#/name`, so that it survives a reload. */
export const pages = ['servers', 'prompt'] as const;
export type Page = (typeof pages)[number];

export function pageOf(hash: string): Page {
  const name = hash.replace(/^#\/?/, '').split('/')[0];
  return pages.find((page) => page === name) ?? 'servers';
}

export function usePage(): Page {
  const [page, setPage] = useState(() => pageOf(location.hash));
  useEffect(() => {
    const follow = () => setPage(pageOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return page;
}

/**
 * The one-time code of a `#login=CODE` link, taken out of the address at once: it must not stay in the history, in a
 * bookmark or on a screenshot.
 */
export function takeLoginCode(): string | undefined {
  const code = /^#login=(.+)$/.exec(location.hash)?.[1];
  if (code === undefined) return undefined;
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
