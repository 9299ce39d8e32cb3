import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { Beside } from '../components/beside';
import { Counts } from '../components/counts';
import { FileProblems } from '../components/file_problems';
import { GroupFilter } from '../components/group_filter';
import { ImportDrop } from '../components/import_drop';
import { Page } from '../components/page';
import { SelectOrder } from '../components/select_order';
import { ServerMenu } from '../components/server_menu';
import { ServerRow } from '../components/server_row';
import { ServerTools } from '../components/server_tools';
import { useGrowing } from '../lib/growing';
import { useKeptFocus } from '../lib/kept_focus';
import { useListKeys } from '../lib/list_keys';
import { addressOf, type Route } from '../lib/route';
import { useStore } from '../lib/store';
import { useFreshHealth } from '../model/health_queries';
import { useNova } from '../model/nova';
import { CommandsContext, usePendingCatalog, whyRefused } from '../model/server_commands';
import { useServerCommands } from '../model/server_commands_page';
import { matches, useServerList } from '../model/server_list';
import { amendPlace, placeOf, queryOf } from '../model/servers_address';
import { groupOf } from '../model/standing';
import { NoServers } from './no_servers';
import { useOpenServer } from './open_server';
import { ServersDialogs } from './servers_dialogs';

/** Every server of the file, each with its switch: those that need a person first, the rest in the file's order. */
export function ServersPage({ state, route }: { state: NovaState; route: Route }) {
  const nova = useNova();
  const catalog = usePendingCatalog(state.catalog);
  const changes = useStore(nova.changes.servers);
  const live = useStore(nova.live.status);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const place = placeOf(route);
  const { filter, group, sort } = place;
  // What was open before a form stays open behind it.
  const behind = useRef<string | undefined>(undefined);
  if (!place.dialog) behind.current = place.opened;
  const opened = behind.current;
  useFreshHealth(60_000);

  const { servers, tally, scale } = useServerList({ ...state, catalog }, list, sort);
  const query = queryOf(place);
  const details = useOpenServer('servers', opened, servers, query);
  const shown = servers.filter(
    ({ server, standing }) => matches(server, filter.trim()) && (!group || groupOf(standing) === group),
  );
  const refused = whyRefused(catalog, live.phase === 'reconnecting' && live.failures > 1);
  const { commands, menu, closeMenu, dropped, showDropped, arrived } = useServerCommands({
    catalog,
    route,
    refused,
    shown: shown.map(({ server }) => server.name),
    opened,
  });
  const clearFilter = () => amendPlace(route, { filter: '' });
  const showAll = () => amendPlace(route, { filter: '', group: undefined });
  useListKeys({ list, filter: field, clearFilter, opened, check: commands.check, commands, ...details });
  useKeptFocus(list, shown.map(({ server }) => server.name).join('\n'));

  const drawn = useGrowing(shown.length, `${filter} ${group} ${sort}`);
  const isNarrowed = filter.trim() !== '' || group !== undefined;
  const ofMenu = menu && servers.find(({ server }) => server.name === menu.server);
  return (
    <CommandsContext.Provider value={commands}>
      <Page
        title="Servers"
        summary={servers.length > 0 && <Counts tally={tally} />}
        tools={
          <ServerTools
            field={field}
            filter={filter}
            onFilter={servers.length > 0 ? (value) => amendPlace(route, { filter: value }) : undefined}
            refused={refused}
            commands={commands}
          />
        }
      >
        <FileProblems file={catalog} hasGoodState={servers.length > 0} />
        {servers.length === 0 && <NoServers catalog={catalog} commands={commands} refused={refused} />}
        <Beside panel={details.beside}>
          {servers.length > 0 && (
            <div class="health-bar-line servers-line">
              <GroupFilter tally={tally} group={group} onGroup={(one) => amendPlace(route, { group: one })} />
              <SelectOrder sort={sort} onSort={(one) => amendPlace(route, { sort: one })} />
            </div>
          )}
          {shown.length > 0 && (
            <ul class="rows" ref={list} aria-label="Servers">
              {shown.slice(0, drawn).map(({ server, on, pending, checking, canRestart, run }) => (
                <Fragment key={server.name}>
                  <ServerRow
                    server={server}
                    on={on}
                    pending={pending}
                    checking={checking}
                    canRestart={canRestart}
                    run={run}
                    change={changes.get(server.name)}
                    refused={refused}
                    scale={scale}
                    opened={server.name === opened}
                    address={addressOf('servers', [server.name], query)}
                  />
                  {server.name === opened && details.under}
                </Fragment>
              ))}
            </ul>
          )}
          {servers.length > 0 && (
            <p class={shown.length > 0 ? 'unseen' : 'nothing'} role="status">
              {isNarrowed &&
                (shown.length > 0
                  ? `${shown.length} of ${servers.length} shown`
                  : filter.trim() !== ''
                    ? `No server matches “${filter.trim()}”.`
                    : 'None of the servers is in that state.')}
            </p>
          )}
          {servers.length > 0 && shown.length === 0 && (
            <p class="nothing">
              <button type="button" class="button" onClick={showAll}>
                Show all
              </button>
            </p>
          )}
        </Beside>
      </Page>
      {menu && ofMenu && (
        <ServerMenu listed={ofMenu} button={menu.button} commands={commands} refused={refused} onClose={closeMenu} />
      )}
      <ServersDialogs
        catalog={catalog}
        route={route}
        opened={opened}
        refused={refused}
        dropped={dropped}
        onArrived={arrived}
      />
      <ImportDrop onText={showDropped} />
    </CommandsContext.Provider>
  );
}
