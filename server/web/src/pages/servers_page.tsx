import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Catalog, NovaState } from '../api/types';
import { Beside } from '../components/beside';
import { Counts } from '../components/counts';
import { FileProblems } from '../components/file_problems';
import { FilterField } from '../components/filter_field';
import { Page } from '../components/page';
import { ServerRow } from '../components/server_row';
import { useListKeys } from '../lib/list_keys';
import { useStore } from '../lib/store';
import { fileName } from '../lib/words';
import { useCheck, useFreshHealth } from '../model/health_queries';
import { useNova } from '../model/nova';
import { matches, useServerList } from '../model/server_list';
import { NoServers } from './no_servers';
import { useOpenServer } from './open_server';

function whyRefused(catalog: Catalog): string | undefined {
  const name = fileName(catalog.path);
  if (catalog.status === 'invalid') return `${name} has errors. Fix them first, then switch.`;
  if (catalog.status === 'missing') return `${name} is gone. Put it back first, then switch.`;
  if (catalog.status === 'unreadable') return `${name} cannot be read at the moment.`;
  if (!catalog.writable) return `${name} is managed elsewhere, so Nova cannot write it.`;
  return undefined;
}

/** Every server of the file, each with its switch: those that need a person first, the rest in the file's order. */
export function ServersPage({ state, opened }: { state: NovaState; opened: string | undefined }) {
  const nova = useNova();
  const { catalog } = state;
  const changes = useStore(nova.changes.servers);
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useFreshHealth(60_000);
  const { servers, tally, scale } = useServerList(state, list);
  const details = useOpenServer('servers', opened, servers);
  const check = useCheck();
  useListKeys({ list, filter: field, clearFilter: () => setFilter(''), opened, check, ...details });

  const shown = servers.filter(({ server }) => matches(server, filter.trim()));
  const refused = whyRefused(catalog);
  return (
    <Page
      title="Servers"
      summary={servers.length > 0 && <Counts tally={tally} />}
      tools={servers.length > 0 && <FilterField field={field} value={filter} onValue={setFilter} />}
    >
      <FileProblems file={catalog} hasGoodState={servers.length > 0} />
      {servers.length === 0 && <NoServers catalog={catalog} />}
      <Beside panel={details.beside}>
        {shown.length > 0 && (
          <ul class="rows" ref={list} aria-label="Servers">
            {shown.map(({ server, on, pending, checking, canRestart, run }) => (
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
                />
                {server.name === opened && details.under}
              </Fragment>
            ))}
          </ul>
        )}
        {servers.length > 0 && (
          <p class={shown.length > 0 ? 'unseen' : 'nothing'} role="status">
            {filter.trim() !== '' &&
              (shown.length > 0
                ? `${shown.length} of ${servers.length} shown`
                : `No server matches “${filter.trim()}”.`)}
          </p>
        )}
        {servers.length > 0 && shown.length === 0 && (
          <p class="nothing">
            <button type="button" class="button" onClick={() => setFilter('')}>
              Show all
            </button>
          </p>
        )}
      </Beside>
    </Page>
  );
}
