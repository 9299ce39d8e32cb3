import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RestartRun } from '../api/health';
import type { McpServer, NovaState } from '../api/types';
import type { ServerActionsProps } from '../components/server_actions';
import { useCalmFirst } from '../lib/calm';
import { scaleFor } from '../lib/health_bar';
import { usePendingChecks } from './health_queries';
import { usePendingToggles } from './queries';
import { arranged, firstNames, type Sort } from './server_order';
import { inOrder, standingOf, tallyOf, type Standing, type Tally } from './standing';

export interface ListedServer extends ServerActionsProps {
  /** What `on` says is being written to the file right now. */
  pending: boolean;
  standing: Standing;
}

export interface ServerList {
  /** In the order that is asked for: otherwise those that need a person first, the rest as in the file. */
  servers: ListedServer[];
  tally: Tally;
  /** What the full height of every bar on the page stands for, in milliseconds. */
  scale: number;
}

/** The servers as a page shows them: with what is being switched or checked, and in an order that does not jump. */
export function useServerList(
  { catalog, restarts }: NovaState,
  list: RefObject<HTMLElement>,
  sort: Sort = 'needs',
): ServerList {
  const toggles = usePendingToggles();
  const checks = usePendingChecks();
  const runs = useMemo(() => new Map<string, RestartRun>(restarts.runs.map((run) => [run.service, run])), [restarts]);
  // Most events are about something else.
  const listed = useMemo(
    () =>
      catalog.servers.map((server): ListedServer & { name: string } => {
        const wish = toggles.get(server.name);
        const on = wish ?? server.enabled;
        return {
          name: server.name,
          server,
          on,
          pending: wish !== undefined,
          checking: checks.has(server.name),
          canRestart: server.service !== '' && restarts.allowed.includes(server.service),
          run: runs.get(server.service),
          standing: standingOf(server, on),
        };
      }),
    [catalog.servers, restarts, toggles, checks, runs],
  );
  const wanted = useMemo(() => firstNames(listed, sort), [listed, sort]);
  const first = useCalmFirst(wanted, list, sort);
  return {
    servers: useMemo(
      () => (sort === 'needs' ? inOrder(listed, first) : arranged(listed, first)),
      [listed, first, sort],
    ),
    tally: useMemo(() => tallyOf(listed.map(({ standing }) => standing)), [listed]),
    scale: useMemo(() => scaleFor(catalog.servers.map(({ health }) => health?.bar)), [catalog.servers]),
  };
}

export function matches(server: McpServer, filter: string): boolean {
  const text = `${server.name} ${server.description} ${server.url}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
