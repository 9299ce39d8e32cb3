import { useState } from 'preact/hooks';
import { moment } from '../lib/health_words';
import { useRetries } from '../offline/retries';
import { Blank } from './blank';

/** There is no server, and therefore nothing to show. It comes back by itself. */
export function Unreachable({ retry }: { retry: () => Promise<unknown> }) {
  const [since] = useState(() => new Date());
  const { now, busy } = useRetries(retry);
  return (
    <Blank title="Nova cannot be reached" action={busy ? 'Trying…' : 'Try now'} onAction={now}>
      <p role="status">
        Not since {moment(since, new Date())}. This page tries again by itself.
        {!navigator.onLine && ' Your browser says that it has no network.'}
      </p>
      <p>Is nova-settingsd still running on its machine?</p>
      <p>Your servers and prompts are never kept in the browser, so there is nothing to show until then.</p>
    </Blank>
  );
}
