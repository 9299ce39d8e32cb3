// Asks who is there and, where it is somebody, for the state, while the rest of the page is still on its way. A script of
// its own, so that it does not wait for the others; lib/early.ts hands out what came.

import type { SessionInfo } from './api/types';
import type { Early } from './lib/early';

const ask = (path: string) =>
  fetch(path, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
  });

// With a one-time link it is not known yet who it will be.
if (!location.hash.startsWith('#login=')) {
  const session = ask('./api/session');
  const early: Early = { './api/session': session.then((answer) => answer.clone()), './api/state': undefined };
  early['./api/state'] = session.then(async (answer) =>
    ((await answer.json()) as SessionInfo).authenticated ? ask('./api/state') : undefined,
  );
  // What did not work is asked again by the page, which also says why.
  for (const one of Object.values(early)) one?.catch(() => {});
  window.novaEarly = early;
}
