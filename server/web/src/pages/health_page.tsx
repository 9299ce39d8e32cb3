import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { Beside } from '../components/beside';
import { Counts } from '../components/counts';
import { FilterField } from '../components/filter_field';
import { GroupFilter } from '../components/group_filter';
import { Page } from '../components/page';
import { ServerCard } from '../components/server_card';
import { milliseconds } from '../lib/health_words';
import { useGrowing } from '../lib/growing';
import { useListKeys } from '../lib/list_keys';
import { useCheck, useFreshHealth } from '../model/health_queries';
import { matches, useServerList } from '../model/server_list';
import { groupOf, type Group } from '../model/standing';
import { NoServers } from './no_servers';
import { useOpenServer } from './open_server';

/** How every server is: a card each, with what to do about it, and its last hours. */
export function HealthPage({ state, opened }: { state: NovaState; opened: string | undefined }) {
  useFreshHealth(20_000);
  const [filter, setFilter] = useState('');
  const [group, setGroup] = useState<Group | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { servers, tally, scale } = useServerList(state, list);
  const details = useOpenServer('health', opened, servers);
  const check = useCheck();
  useListKeys({ list, filter: field, clearFilter: () => setFilter(''), opened, check, ...details });

  const shown = servers.filter(
    ({ server, standing }) => matches(server, filter.trim()) && (!group || groupOf(standing) === group),
  );
  const drawn = useGrowing(shown.length, `${group} ${filter}`);
  const isNarrowed = filter.trim() !== '' || group !== undefined;
  const showAll = () => {
    setFilter('');
    setGroup(undefined);
  };
  return (
    <Page
      title="Health"
      summary={servers.length > 0 && <Counts tally={tally} />}
      tools={servers.length > 0 && <FilterField field={field} value={filter} onValue={setFilter} />}
    >
      <p class="print-head">
        {state.instance.name} · {new Date().toLocaleString()}
      </p>
      {servers.length === 0 && <NoServers catalog={state.catalog} />}
      {servers.length > 0 && (
        <Beside panel={details.beside}>
          <div class="health-bar-line">
            <GroupFilter tally={tally} group={group} onGroup={setGroup} />
            <p class="muted bar-key">Bars: the last 6 hours, up to {milliseconds(scale)}</p>
          </div>
          <ul class="cards" ref={list} aria-label="Servers">
            {shown.slice(0, drawn).map(({ server, on, checking, canRestart, run }) => (
              <Fragment key={server.name}>
                <ServerCard
                  server={server}
                  on={on}
                  checking={checking}
                  canRestart={canRestart}
                  run={run}
                  scale={scale}
                  opened={server.name === opened}
                />
                {server.name === opened && details.under}
              </Fragment>
            ))}
          </ul>
          <p class={shown.length > 0 ? 'unseen' : 'nothing'} role="status">
            {isNarrowed &&
              (shown.length > 0 ? `${shown.length} of ${servers.length} shown` : 'No server is like that.')}
          </p>
          {shown.length === 0 && (
            <p class="nothing">
              <button type="button" class="button" onClick={showAll}>
                Show all
              </button>
            </p>
          )}
        </Beside>
      )}
    </Page>
  );
}
