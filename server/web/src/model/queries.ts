import { useMutationState, useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { NovaState, Prompt } from '../api/types';
import { connectionsKey, toggleKey, useNova } from './nova';
import { useStart } from './start';
import type { Wish } from './toggle';

/** The server's state. Fetched once; from then on the live connection keeps it true. */
export function useNovaState() {
  const nova = useNova();
  return useQuery<NovaState, Problem>(nova.stateQuery);
}

/** How many programs are connected. No event tells it, so it is asked now and then while the page is looked at. */
export function useConnections(known: number): number {
  const nova = useNova();
  const { data } = useQuery<{ count: number }, Problem>({
    queryKey: connectionsKey,
    queryFn: ({ signal }) => nova.api.connections(signal),
    refetchInterval: 15_000,
    retry: false,
  });
  return data?.count ?? known;
}

/** The prompt's text: mostly it came with the state, a long one is fetched by revision. */
export function usePromptText(prompt: Prompt) {
  const nova = useNova();
  const inline = prompt.content;
  const query = useQuery<string, Problem>({
    queryKey: ['prompt', prompt.revision],
    queryFn: async ({ signal }) => (await nova.api.text('prompt', signal)).content,
    enabled: inline === undefined && prompt.revision !== '',
    gcTime: 60_000,
    retry: 1,
  });
  return { text: inline ?? query.data, problem: query.error, retry: () => void query.refetch() };
}

/** The switch of one server. Toggles run one after the other, each on the revision that the one before made. */
export function useToggle() {
  const nova = useNova();
  const mutate = useStart<unknown, Wish>({
    mutationKey: toggleKey,
    scope: { id: 'catalog' },
    mutationFn: (wish) => nova.toggle(wish),
    onError: (problem, wish) => {
      const listed = nova.state()?.catalog.servers.some(({ name }) => name === wish.name);
      const words = `Still ${wish.enabled ? 'off' : 'on'}. ${problem.message}`;
      nova.notices.add(listed ? words : `${wish.name}: ${problem.message}`, listed ? wish.name : undefined);
    },
  });
  return { mutate };
}

/** What is being switched right now: server name to the wanted value. The list shows it before the answer is there. */
export function usePendingToggles(): ReadonlyMap<string, boolean> {
  const wishes = useMutationState({
    filters: { mutationKey: toggleKey, status: 'pending' },
    select: (mutation) => mutation.state.variables as Wish,
  });
  return useMemo(() => new Map(wishes.map(({ name, enabled }) => [name, enabled])), [wishes]);
}
