import { useQueryClient, type MutationOptions } from '@tanstack/preact-query';
import type { Problem } from '../api/problem';

/**
 * Starts a mutation and does not watch it: for the rows of a long list, each of which may start one. What is on its way
 * is drawn from the pending mutations, and `onError` says what did not work.
 */
export function useStart<Data, Variables>(options: MutationOptions<Data, Problem, Variables>): (what: Variables) => void {
  const client = useQueryClient();
  return (what) => {
    client
      .getMutationCache()
      .build(client, client.defaultMutationOptions(options))
      .execute(what)
      .catch(() => {});
  };
}
