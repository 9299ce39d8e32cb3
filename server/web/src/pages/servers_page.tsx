import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalog, McpServer } from '../api/types';
import { FileProblems } from '../components/file_problems';
import { SearchIcon } from '../components/icons';
import { Page } from '../components/page';
import { ServerRow } from '../components/server_row';
import { isTyping } from '../lib/keys';
import { useStore } from '../lib/store';
import { fileName } from '../lib/words';
import { useNova } from '../model/nova';
import { usePendingToggles } from '../model/queries';
import { NoServers } from './no_servers';

function matches(server: McpServer, filter: string): boolean {
  const text = `${server.name} ${server.description} ${server.url}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function whyRefused(catalog: Catalog): string | undefined {
  const name = fileName(catalog.path);
  if (catalog.status === 'invalid') return `${name} has errors. Fix them first, then switch.`;
  if (catalog.status === 'missing') return `${name} is gone. Put it back first, then switch.`;
  if (catalog.status === 'unreadable') return `${name} cannot be read at the moment.`;
  if (!catalog.writable) return `${name} is managed elsewhere, so Nova cannot write it.`;
  return undefined;
}

/** Every server of the file, in the file's order, each with its switch. */
export function ServersPage({ catalog }: { catalog: Catalog }) {
  const nova = useNova();
  const pending = usePendingToggles();
  const changes = useStore(nova.changes.servers);
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const { servers } = catalog;
  const on = servers.filter((server) => pending.get(server.name) ?? server.enabled).length;
  const shown = servers.filter((server) => matches(server, filter.trim()));
  const refused = whyRefused(catalog);

  /** Moves the focus by so many rows, from the focused one or into the list. */
  const move = (step: number) => {
    const switches = [...(list.current?.querySelectorAll<HTMLElement>('.switch') ?? [])];
    const at = switches.findIndex((one) => one.closest('.row')?.contains(document.activeElement));
    const next = at < 0 ? (step > 0 ? 0 : switches.length - 1) : Math.min(Math.max(at + step, 0), switches.length - 1);
    switches[next]?.focus();
    switches[next]?.closest('.row')?.scrollIntoView({ block: 'nearest' });
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target === field.current;
      if (inField && event.key === 'Escape') {
        setFilter('');
        field.current?.blur();
      } else if (inField && (event.key === 'ArrowDown' || event.key === 'Enter')) {
        move(1);
      } else if (isTyping(event) || document.querySelector('dialog[open]')) {
        return;
      } else if (event.key === '/') {
        field.current?.focus();
        field.current?.select();
      } else if (event.key === 'j' || event.key === 'ArrowDown') {
        move(1);
      } else if (event.key === 'k' || event.key === 'ArrowUp') {
        move(-1);
      } else {
        return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <Page
      title="Servers"
      summary={
        servers.length > 0 && (
          <p class="counts">
            <strong>{on}</strong> on · <strong>{servers.length - on}</strong> off
          </p>
        )
      }
      tools={
        servers.length > 0 && (
          <label class="filter">
            <SearchIcon />
            <span class="unseen">Filter the servers</span>
            <input
              ref={field}
              type="search"
              placeholder="Filter…"
              value={filter}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
            <kbd aria-hidden="true">/</kbd>
          </label>
        )
      }
    >
      <FileProblems file={catalog} hasGoodState={servers.length > 0} />
      {servers.length === 0 && <NoServers catalog={catalog} />}
      {shown.length > 0 && (
        <ul class="rows" ref={list} aria-label="Servers">
          {shown.map((server) => (
            <ServerRow
              key={server.name}
              server={server}
              pending={pending.get(server.name)}
              change={changes.get(server.name)}
              refused={refused}
            />
          ))}
        </ul>
      )}
      {servers.length > 0 && (
        <p class={shown.length > 0 ? 'unseen' : 'nothing'} role="status">
          {filter.trim() !== '' &&
            (shown.length > 0 ? `${shown.length} of ${servers.length} shown` : `No server matches “${filter.trim()}”.`)}
        </p>
      )}
      {servers.length > 0 && shown.length === 0 && (
        <p class="nothing">
          <button type="button" class="button" onClick={() => setFilter('')}>
            Show all
          </button>
        </p>
      )}
    </Page>
  );
}
