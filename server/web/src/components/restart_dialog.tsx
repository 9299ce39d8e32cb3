import { useEffect, useRef } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { useStore } from '../lib/store';
import { useRestart } from '../model/health_queries';
import { useNova } from '../model/nova';
import { RestartProgress } from './restart_progress';

/**
 * Before a restart: what exactly will happen. Then how it goes. It can be left and opened again: how it goes is part of
 * the state.
 */
export function RestartDialog({ state }: { state: NovaState }) {
  const nova = useNova();
  const shown = useStore(nova.restartView);
  const restart = useRestart();
  const dialog = useRef<HTMLDialogElement>(null);
  const lastBefore = useRef<string | undefined>(undefined);
  const service = shown?.service ?? '';

  useEffect(() => {
    if (shown && !dialog.current?.open) dialog.current?.showModal();
    if (!shown && dialog.current?.open) dialog.current.close();
  }, [shown]);

  const run = state.restarts.runs.find((one) => one.service === service);
  const isAsked = restart.isPending && restart.variables === service;
  const isRunning = isAsked || run?.state === 'running';
  // Where one has begun since, it says itself how it goes; our request may have been lost on the way back.
  const hasBegun = run !== undefined && run.started_at !== lastBefore.current;
  const refusal = restart.error && restart.variables === service && !hasBegun ? restart.error.message : '';
  const servers = state.catalog.servers.filter((server) => server.service === service);
  const begin = () => {
    lastBefore.current = run?.started_at;
    nova.restartView.set({ service, view: 'run' });
    restart.mutate(service);
  };
  const leave = () => nova.restartView.set(undefined);

  return (
    <dialog ref={dialog} class="restart" aria-labelledby="restart-title" onClose={leave}>
      {shown?.view === 'question' && !isRunning ? (
        <>
          <h2 id="restart-title">Restart {service}?</h2>
          <p>
            This restarts the service <strong>{service}</strong> on the machine where Nova runs: what runs in it is
            stopped and started again. Nothing else is touched.
          </p>
          {servers.length > 0 && (
            <p>
              Until it is back, agents cannot use <strong>{servers.map(({ name }) => name).join(', ')}</strong>.
            </p>
          )}
          <footer>
            <button type="button" class="button" autofocus onClick={leave}>
              Cancel
            </button>
            <button type="button" class="button primary" onClick={begin}>
              Restart {service}
            </button>
          </footer>
        </>
      ) : (
        <>
          <h2 id="restart-title">{isRunning ? `Restarting ${service}…` : `Restart of ${service}`}</h2>
          {shown && (
            <RestartProgress
              run={isAsked && run?.state !== 'running' ? undefined : run}
              refusal={refusal}
              servers={servers}
            />
          )}
          <footer>
            {!isRunning && run?.state !== 'succeeded' && (
              <button type="button" class="button" onClick={begin}>
                Try again
              </button>
            )}
            {/* A new one for each, so that the focus does not stay on what is gone. */}
            <FirstButton key={isRunning ? 'leave' : 'close'} onClick={leave}>
              {isRunning ? 'Leave it running' : 'Close'}
            </FirstButton>
          </footer>
        </>
      )}
    </dialog>
  );
}

function FirstButton({ onClick, children }: { onClick: () => void; children: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" class="button primary" onClick={onClick}>
      {children}
    </button>
  );
}
