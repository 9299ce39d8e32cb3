import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useMemo } from 'preact/hooks';
import type { HealthHistory } from '../api/health';
import type { Problem } from '../api/problem';
import { useNova } from './nova';
import { useStart } from './start';

const checkKey = ['check'] as const;

/** Latencies and times of checks are no events: they are asked for every so often while somebody looks. */
export function useFreshHealth(everyMs: number): void {
  const nova = useNova();
  useQuery<string, Problem>({
    queryKey: ['health'],
    queryFn: async ({ signal }) => {
      const { servers, revision } = await nova.api.catalog(signal);
      nova.takeHealth(servers.flatMap(({ name, health }) => (health ? [{ ...health, name }] : [])));
      return revision;
    },
    staleTime: everyMs,
    refetchInterval: everyMs,
    refetchOnMount: 'always',
    refetchOnWindowFocus: true,
    retry: false,
  });
}

/** "Check now" of one server. */
export function useCheck() {
  const nova = useNova();
  return useStart<void, string>({
    mutationKey: checkKey,
    mutationFn: (name) => nova.check(name),
    onError: (problem, name) => nova.notices.add(`It could not be checked. ${problem.message}`, name),
  });
}

/** The servers that are being looked at because somebody on this page asked. */
export function usePendingChecks(): ReadonlySet<string> {
  const names = useMutationState({
    filters: { mutationKey: checkKey, status: 'pending' },
    select: (mutation) => mutation.state.variables as string,
  });
  return useMemo(() => new Set(names), [names]);
}

/** What is known of a server's past; `news` changes with its health, and then the past is asked for again. */
export function useHistory(name: string, news: string | null) {
  const nova = useNova();
  const client = useQueryClient();
  const queryKey = ['history', name];
  useEffect(() => {
    void client.invalidateQueries({ queryKey });
  }, [name, news]);
  return useQuery<HealthHistory, Problem>({
    queryKey,
    queryFn: ({ signal }) => nova.api.history(name, signal),
    staleTime: 20_000,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
    retry: 1,
  });
}

/** Restarts a service. How it goes comes with the state; what kept it from beginning is the problem. */
export function useRestart() {
  const nova = useNova();
  return useMutation<unknown, Problem, string>({
    mutationFn: (service) => nova.api.restart(service),
    onError: (problem, service) => {
      const isSeen = nova.restartView.get()?.service === service;
      if (!isSeen) nova.notices.add(`${service} was not restarted. ${problem.message}`);
    },
  });
}
