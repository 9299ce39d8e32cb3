import { useMutation } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../api/problem';
import { useNova } from '../model/nova';
import { Mark } from './mark';

/** Tries the address of Redis as it is written, before it is applied. */
export function RedisTest({ url }: { url: string }) {
  const nova = useNova();
  const { mutate, reset, isPending, data, error } = useMutation<{ works: boolean; finding: string }, Problem, string>({
    mutationFn: (address) => nova.api.testRedis(address),
  });
  // What was found is about another address.
  useEffect(() => reset(), [url]);
  const works = data?.works === true;
  const words = data?.finding ?? error?.message;
  return (
    <div class="redis-test">
      <button
        type="button"
        class="button small"
        aria-busy={isPending}
        disabled={url.trim() === ''}
        title="Tries the address of Redis as it is written"
        onClick={() => !isPending && mutate(url.trim())}
      >
        {isPending ? 'Trying…' : 'Test'}
      </button>
      <p role="status">
        {words && (
          <>
            <Mark kind={works ? 'healthy' : 'failing'} /> {words}
          </>
        )}
      </p>
    </div>
  );
}
