import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RestartRun } from '../api/health';
import type { McpServer } from '../api/types';
import { statusOf } from '../lib/health_words';
import { duration } from '../lib/words';
import { standingOf } from '../model/standing';
import { Mark, type MarkKind } from './mark';

interface RestartProgressProps {
  /** Not there before the first word of it. */
  run: RestartRun | undefined;
  /** Why the server would not begin. */
  refusal: string;
  /** Those that the service serves. */
  servers: readonly McpServer[];
}

/** How long a run has been going: as told, and counted on from then by our own clock. */
function useElapsed(run: RestartRun | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  const told = useRef({ run, at: now });
  if (told.current.run !== run) told.current = { run, at: Date.now() };
  const running = run?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  if (!run) return 0;
  return running ? run.elapsed_ms + Math.max(0, now - told.current.at) : run.elapsed_ms;
}

function outcome(run: RestartRun | undefined, refusal: string): { mark: MarkKind; words: string } {
  if (refusal && run?.state !== 'running') return { mark: 'failing', words: `It did not begin. ${refusal}` };
  if (!run) return { mark: 'checking', words: 'Asking Nova…' };
  if (run.state === 'running') return { mark: 'checking', words: 'Running' };
  if (run.state === 'succeeded') return { mark: 'healthy', words: 'Done' };
  if (run.problem) return { mark: 'failing', words: run.problem };
  if (run.timed_out) return { mark: 'failing', words: 'It took too long and was ended' };
  return {
    mark: 'failing',
    words: run.exit_code === null ? 'It was ended' : `It failed with exit code ${run.exit_code}`,
  };
}

/** How a restart goes: what the command writes, for how long, how it ended, and how its servers are meanwhile. */
export function RestartProgress({ run, refusal, servers }: RestartProgressProps) {
  const elapsed = useElapsed(run);
  const { mark, words } = outcome(run, refusal);
  const output = useRef<HTMLPreElement>(null);
  const atEnd = useRef(true);
  // Follows what comes, unless somebody has scrolled up to read.
  useLayoutEffect(() => {
    const box = output.current;
    if (box && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [run?.output]);
  return (
    <div class="restart-progress" data-state={run?.state ?? 'asked'}>
      <p class="restart-state">
        <Mark kind={mark} />
        <span role="status">{words}</span>
        {run && elapsed > 0 && <span class="muted">{duration(elapsed)}</span>}
      </p>
      {run && (
        <pre
          ref={output}
          class="output"
          tabIndex={0}
          role="log"
          aria-label="What the command wrote"
          onScroll={({ currentTarget: box }) => {
            atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
          }}
        >
          {run.output || (run.state === 'running' ? 'Nothing written yet.' : 'It wrote nothing.')}
        </pre>
      )}
      <ul class="restart-servers">
        {servers.map((server) => {
          const { status, mark: kind } = standingOf(server, server.enabled);
          return (
            <li key={server.name} data-mark={kind}>
              <Mark kind={kind} /> {server.name} <span class="muted">{statusOf(status)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
