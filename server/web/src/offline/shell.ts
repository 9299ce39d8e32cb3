// What the service worker may answer itself: the page and its own files, and never anything that the server knows.

/** The files of one version of the page, as the build made them. */
export interface Shell {
  version: string;
  /** Of the files, those that only this version's page names. */
  named: readonly string[];
  /** Relative to the page; all but the page itself. */
  files: readonly string[];
}

/** How the page asks for something: a `Request`, as far as it matters here. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'>;

/** `scope` is the address of the page: there may be a path before it, and other things beside it. */
export function partOf(asked: Asked, scope: string, { files }: Shell): 'page' | 'file' | undefined {
  const page = new URL(scope);
  const { origin, pathname } = new URL(asked.url);
  if (asked.method !== 'GET' || origin !== page.origin || !pathname.startsWith(page.pathname)) return undefined;
  const rest = pathname.slice(page.pathname.length);
  if (asked.mode === 'navigate') return rest === '' ? 'page' : undefined;
  return files.includes(rest) ? 'file' : undefined;
}

/** Of this page only: another Nova may live at another path of the same address, with a cache of its own. */
const prefixOf = (scope: string) => `nova-shell ${scope} `;

export function cacheName(scope: string, { version }: Shell): string {
  return prefixOf(scope) + version;
}

/** Those of `names` that older versions of this page left behind. */
export function outdated(names: readonly string[], scope: string, shell: Shell): string[] {
  return names.filter((name) => name.startsWith(prefixOf(scope)) && name !== cacheName(scope, shell));
}

/** A gateway in front of Nova says that Nova is not there. */
export function isAbsent(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
