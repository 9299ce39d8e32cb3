import { useMutation, useMutationState } from '@tanstack/preact-query';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Problem } from '../api/problem';
import type { Catalog, McpServer } from '../api/types';
import { fileName } from '../lib/words';
import { lostWords } from './notices';
import { stateKey, useNova, type Nova } from './nova';
import { bringBack, moveServer, removeServer, type Removal } from './server_commands_writing';
import type { NewestSteps } from './server_form_saving';
import { withMove, type Move } from './server_order';

const removeKey = ['remove'] as const;
const moveKey = ['move'] as const;
/** Writes to the catalog go one after the other, each on the revision that the one before made. */
export const catalogScope = { id: 'catalog' } as const;

/** What can be done with servers, from a key, a button or a menu. */
export interface ServerCommands {
  add(): void;
  edit(server: string): void;
  duplicate(server: string): void;
  remove(server: string): void;
  move(server: string, places: 1 | -1): void;
  restart(server: string): void;
  check(server: string): void;
  copyAddress(server: string): void;
  importServers(): void;
  exportServers(): void;
  /** The menu of a server, at the button that somebody pressed. */
  openMenu(server: string, button: HTMLElement): void;
}

/** Where servers can be changed; other pages show the same details without it. */
export const CommandsContext = createContext<ServerCommands | undefined>(undefined);

export function useCommands(): ServerCommands | undefined {
  return useContext(CommandsContext);
}

/** Why nothing can be written to the catalog just now. */
export function whyRefused(catalog: Catalog, isLost: boolean): string | undefined {
  const name = fileName(catalog.path);
  if (isLost) return lostWords;
  if (catalog.status === 'invalid') return `${name} has errors. Fix them first.`;
  // A file that never was there is made by the first server.
  if (catalog.status === 'missing') return catalog.revision === '' ? undefined : `${name} is gone. Put it back first.`;
  if (catalog.status === 'loading') return `${name} is being read.`;
  if (catalog.status === 'unreadable') return `${name} cannot be read at the moment.`;
  if (!catalog.writable) return `${name} is managed elsewhere: Nova may not write it. Change it at its source.`;
  return undefined;
}

/** What the server said, in words for a person. */
export function reasonOf(problem: Problem, catalog: Catalog | undefined): string {
  const path = catalog?.path ?? '';
  const name = fileName(path) || 'The file';
  if (problem.status === 412) return `${name} was changed in the meantime. Try again.`;
  const [first] = problem.findings;
  const words = first?.hint ? `${first.message} ${first.hint}` : problem.message;
  return path === '' ? words : words.replaceAll(path, name);
}

export function newestOf(nova: Nova): NewestSteps {
  return {
    seen: () => nova.state(),
    fetch: async () => {
      const state = await nova.fetchState();
      nova.queries.setQueryData(stateKey, state);
      return state;
    },
  };
}

/** Takes a server out of the file at once, with the way back. `onBack` gets to know that it is there again. */
export function useRemove(onBack: (server: string) => void) {
  const nova = useNova();
  const undo = useMutation<string, Problem, Removal>({
    scope: catalogScope,
    mutationFn: (removal) => bringBack(removal, nova.api, newestOf(nova), (send) => nova.write(send)),
    onSuccess: (words, { server }) => {
      nova.toasts.show(words);
      onBack(server.name);
    },
    onError: (problem, { server }) => {
      const reason = reasonOf(problem, nova.state()?.catalog);
      nova.notices.add(`${server.name} could not be brought back. ${reason} Its backup is under Configuration.`);
    },
  });
  return useMutation<Removal, Problem, McpServer>({
    mutationKey: removeKey,
    scope: catalogScope,
    mutationFn: (seen) => removeServer(seen, nova.api, newestOf(nova), (send) => nova.write(send)),
    onSuccess: (removal) =>
      nova.toasts.show(`${removal.server.name} removed`, { words: 'Undo', run: () => undo.mutate(removal) }),
    onError: (problem, { name }) => complain(nova, name, problem),
  });
}

/** Puts a server to another place in the file. */
export function useMove() {
  const nova = useNova();
  return useMutation<unknown, Problem, Move>({
    mutationKey: moveKey,
    scope: catalogScope,
    mutationFn: (move) => moveServer(move, nova.api, newestOf(nova), (send) => nova.write(send)),
    onError: (problem, { name }) => complain(nova, name, problem),
  });
}

function complain(nova: Nova, name: string, problem: Problem): void {
  const { catalog } = nova.state() ?? {};
  const isListed = catalog?.servers.some((server) => server.name === name);
  const reason = reasonOf(problem, catalog);
  nova.notices.add(isListed ? reason : `${name}: ${reason}`, isListed ? name : undefined);
}

/** The catalog as it will be when what is on its way has arrived. */
export function usePendingCatalog(catalog: Catalog): Catalog {
  const pending = { status: 'pending' } as const;
  const removed = useMutationState({
    filters: { mutationKey: removeKey, ...pending },
    select: ({ state }) => (state.variables as McpServer).name,
  });
  const moves = useMutationState({
    filters: { mutationKey: moveKey, ...pending },
    select: ({ state }) => state.variables as Move,
  });
  return useMemo(() => {
    if (removed.length === 0 && moves.length === 0) return catalog;
    const left = catalog.servers.filter(({ name }) => !removed.includes(name));
    return { ...catalog, servers: [...moves.reduce(withMove, left as readonly McpServer[])] };
  }, [catalog, removed, moves]);
}
