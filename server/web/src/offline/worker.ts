// The service worker: keeps the page's own files, so that it opens and says that Nova cannot be reached. The newest page
// is always asked for first. What the server knows is neither kept nor passed through here.

import { cacheName, isAbsent, outdated, partOf, type Shell } from './shell';

declare const SHELL: Shell;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
/** What of a worker's world is used; TypeScript has it only instead of a page's. */
interface World {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
}
const world = self as unknown as World;

const { scope } = world.registration;
const name = cacheName(scope, SHELL);
/** A line on which nothing comes is as good as none. */
const patience = 6000;

async function keep(): Promise<void> {
  const page = await fetch('./', { cache: 'no-cache' });
  // Perhaps somebody else's sign-in page, or the server was updated in this very moment: another time, then.
  const text = await page.clone().text();
  const isOurs = page.ok && !page.redirected && SHELL.named.every((file) => text.includes(file));
  if (!isOurs) throw new Error('Not the page of this version.');
  const cache = await caches.open(name);
  await cache.addAll([...SHELL.files]);
  await cache.put(scope, page);
  // A page holds all it needs from its start, so nothing of an older one is taken away.
  await world.skipWaiting();
}

async function clearUp(): Promise<void> {
  const old = outdated(await caches.keys(), scope, SHELL);
  await Promise.all(old.map((one) => caches.delete(one)));
  // The page is asked for while this worker is still being started.
  await world.registration.navigationPreload?.enable();
}

const kept = async (what: string | Request) => (await caches.open(name)).match(what, { ignoreVary: true });

async function newest(event: Asking): Promise<Response> {
  const asked = event.preloadResponse.then((early) => early ?? fetch(event.request));
  const late = new Promise<undefined>((done) => setTimeout(done, patience));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && !isAbsent(answer.status)) return answer;
  return (await kept(scope)) ?? asked;
}

world.addEventListener('install', (event) => event.waitUntil(keep()));
world.addEventListener('activate', (event) => event.waitUntil(clearUp()));
world.addEventListener('fetch', (event) => {
  const { request } = event;
  const part = partOf(request, scope, SHELL);
  if (part === 'page') event.respondWith(newest(event));
  else if (part === 'file') event.respondWith(kept(request).then((file) => file ?? fetch(request)));
});
