import { notifyManager, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { Api } from './api/api';
import { Http } from './api/http';
import { App } from './app';
import { fetchWithEarly } from './lib/early';
import { perFrame } from './lib/frames';
import { takeLoginCode } from './lib/route';
import { Nova, NovaContext } from './model/nova';
import { keepForOffline } from './offline/install';
import { loadPages } from './pages/later_pages';

// Before anything else: the code must be out of the address when the page shows.
const code = takeLoginCode();

notifyManager.setScheduler(perFrame());

const socketUrl = new URL('./ws/', document.baseURI);
socketUrl.protocol = socketUrl.protocol === 'https:' ? 'wss:' : 'ws:';
socketUrl.hash = '';
socketUrl.search = '';

const api = new Api(new Http(fetchWithEarly(window.novaEarly ?? {})));
const nova = new Nova(api, socketUrl.href, (url) => new WebSocket(url));

// A new link pasted into the same tab changes the fragment only.
addEventListener('hashchange', () => {
  const another = takeLoginCode();
  if (another !== undefined && nova.session.state.get().phase !== 'signed-in') void nova.session.begin(another);
});
// Nothing of a draft is stored, so whoever leaves with one is asked.
const askLeaving = (event: Event) => event.preventDefault();
const lookForDrafts = () => {
  const { drafts, settings, serverDrafts } = nova;
  const hasOne = drafts.unsaved.get().size > 0 || settings.view.get().drafts.size > 0 || serverDrafts.count.get() > 0;
  if (hasOne) addEventListener('beforeunload', askLeaving);
  else removeEventListener('beforeunload', askLeaving);
};
for (const store of [nova.drafts.unsaved, nova.settings.view, nova.serverDrafts.count]) store.subscribe(lookForDrafts);
addEventListener('online', () => nova.live.retryNow());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') nova.live.retryNow();
});

void nova.session.begin(code);
render(
  <QueryClientProvider client={nova.queries}>
    <NovaContext.Provider value={nova}>
      <App />
    </NovaContext.Provider>
  </QueryClientProvider>,
  document.getElementById('app') as HTMLElement,
);

/** By then what somebody waits for is there: nothing of it should wait for the rest. */
const later = 1000;
addEventListener('load', () =>
  setTimeout(() => {
    void loadPages();
    keepForOffline();
  }, later),
);
