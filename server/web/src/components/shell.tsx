import { useEffect, useRef } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { moment } from '../lib/health_words';
import { useRoute } from '../lib/route';
import { useStore } from '../lib/store';
import { useNova } from '../model/nova';
import { standingOf } from '../model/standing';
import { HealthPage } from '../pages/health_page';
import { ConfigurationPage, EventsPage, PromptPage, SettingsPage } from '../pages/later_pages';
import { ServersPage } from '../pages/servers_page';
import { Banner } from './banner';
import { KeysDialog } from './keys_dialog';
import { Rail } from './rail';
import { RestartDialog } from './restart_dialog';
import { StatusLine } from './status_line';
import { TasksLine } from './tasks_line';
import { ToastLine } from './toast';

/** What surrounds every page: the rail, notices about the connection, the page itself, the status line. */
export function Shell({ state, canLeave }: { state: NovaState; canLeave: boolean }) {
  const nova = useNova();
  const route = useRoute();
  const { page } = route;
  const [server] = route.path;
  const live = useStore(nova.live.status);
  const outdated = useStore(nova.outdated);
  const notices = useStore(nova.notices.all).filter(({ server }) => server === undefined);
  const promptChange = useStore(nova.changes.prompt);
  const spoken = useStore(nova.changes.spoken);
  const main = useRef<HTMLElement>(null);
  const promptSeen = useRef(0);
  const shownPage = useRef(page);

  if (page === 'prompt' && promptChange) promptSeen.current = promptChange.id;
  // Another page: its title is what a screen reader should say, and where Tab goes on from.
  useEffect(() => {
    if (shownPage.current === page) return;
    shownPage.current = page;
    scrollTo(0, 0);
    main.current?.querySelector('h1')?.focus();
  }, [page]);

  const needs = state.catalog.servers.filter((one) => standingOf(one, one.enabled).needsPerson).length;
  // One short break is mended before anybody needs to know.
  const lost = live.phase === 'reconnecting' && live.failures > 1;
  const lostAt = useRef<Date>();
  lostAt.current = live.failures === 0 ? undefined : (lostAt.current ?? new Date());
  return (
    <div class="shell">
      <Rail page={page} promptIsNews={(promptChange?.id ?? 0) > promptSeen.current} needs={needs} canLeave={canLeave} />
      <main ref={main}>
        {lost && lostAt.current && (
          <Banner
            kind="failing"
            title="The connection to Nova is lost"
            action="Try now"
            onAction={() => nova.live.retryNow()}
          >
            <p>What you see is as it was at {moment(lostAt.current, new Date())}. Trying again by itself.</p>
          </Banner>
        )}
        {outdated && (
          <Banner kind="quiet" title="Nova was updated" action="Reload" onAction={() => location.reload()}>
            <p>Reload this page to get the version that fits.</p>
          </Banner>
        )}
        {state.instance.state_problem && (
          <Banner kind="attention" title="What Nova finds out is not kept">
            <p>{state.instance.state_problem}</p>
          </Banner>
        )}
        {notices.map(({ id, text }) => (
          <Banner key={id} kind="failing" title={text} onClose={() => nova.notices.close(id)} />
        ))}
        <TasksLine tasks={state.tasks} />
        {page === 'servers' && <ServersPage state={state} route={route} />}
        {page === 'health' && <HealthPage state={state} opened={server} />}
        {page === 'prompt' && <PromptPage state={state} change={promptChange} route={route} />}
        {page === 'events' && <EventsPage state={state} route={route} />}
        {page === 'configuration' && <ConfigurationPage state={state} route={route} />}
        {page === 'settings' && <SettingsPage state={state} route={route} />}
      </main>
      <StatusLine state={state} file={page === 'prompt' ? state.prompt : state.catalog} canLeave={canLeave} />
      <ToastLine />
      <KeysDialog />
      <RestartDialog state={state} />
      <p class="unseen" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
