import type { RestartRun } from '../api/health';
import type { McpServer } from '../api/types';
import { useCheck } from '../model/health_queries';
import { useNova } from '../model/nova';

export interface ServerActionsProps {
  server: McpServer;
  on: boolean;
  /** It is being looked at because somebody on this page asked. */
  checking: boolean;
  canRestart: boolean;
  /** The newest restart of its service. */
  run: RestartRun | undefined;
}

/** What a person can do about a server: have it looked at now, restart its service, see how a restart goes. */
export function ServerActions({ server, on, checking, canRestart, run }: ServerActionsProps) {
  const nova = useNova();
  const check = useCheck();
  const show = (view: 'question' | 'run') => nova.restartView.set({ service: server.service, view });
  const which = <span class="unseen"> {server.name}</span>;
  return (
    <span class="actions">
      {on && (
        <button type="button" class="button small" aria-busy={checking} onClick={() => !checking && check(server.name)}>
          {checking ? 'Checking…' : 'Check now'}
          {which}
        </button>
      )}
      {run?.state === 'running' && (
        <button type="button" class="button small busy" onClick={() => show('run')}>
          Restarting…{which}
        </button>
      )}
      {canRestart && run?.state !== 'running' && (
        <button
          type="button"
          class="button small"
          title={`Restarts the service ${server.service}`}
          onClick={() => show('question')}
        >
          Restart…{which}
        </button>
      )}
      {run?.state === 'failed' && (
        <button type="button" class="button small quiet failing" onClick={() => show('run')}>
          Restart failed{which}
        </button>
      )}
    </span>
  );
}
