import type { FileStatus, NovaState, Redis } from '../api/types';
import type { LiveStatus } from '../live/live';
import { useStore } from '../lib/store';
import { fileName, plural } from '../lib/words';
import { useNova } from '../model/nova';
import { useConnections } from '../model/queries';
import { Ago } from './ago';
import { Mark, type MarkKind } from './mark';
import { SignOut } from './sign_out';

const files: Record<FileStatus['status'], { mark: MarkKind; words: string }> = {
  loading: { mark: 'checking', words: 'is being read' },
  loaded: { mark: 'healthy', words: 'loaded' },
  invalid: { mark: 'failing', words: 'has errors' },
  missing: { mark: 'attention', words: 'is missing' },
  unreadable: { mark: 'failing', words: 'cannot be read' },
};

const lines: Record<LiveStatus['phase'], { mark: MarkKind; words: string }> = {
  stopped: { mark: 'off', words: 'Not connected' },
  connecting: { mark: 'checking', words: 'Connecting…' },
  live: { mark: 'healthy', words: 'Live' },
  reconnecting: { mark: 'failing', words: 'Reconnecting…' },
};

const redis: Record<NovaState['redis']['status'], { mark: MarkKind; words: string }> = {
  disabled: { mark: 'off', words: 'Redis off' },
  connected: { mark: 'healthy', words: 'Redis connected' },
  reconnecting: { mark: 'failing', words: 'Redis reconnecting…' },
};

/** Where Redis is, and what is wrong. */
function redisDetail({ address, problem, waiting, dropped }: Redis): string | undefined {
  const words = [
    address,
    problem,
    waiting ? `${plural(waiting, 'event')} waiting` : '',
    dropped ? `${plural(dropped, 'event')} dropped` : '',
  ];
  return words.filter(Boolean).join(' · ') || undefined;
}

interface StatusLineProps {
  state: NovaState;
  file: FileStatus;
  canLeave: boolean;
}

/** The bottom line: how the file of this page stands, who is connected, and whether this page is live. */
export function StatusLine({ state, file, canLeave }: StatusLineProps) {
  const nova = useNova();
  const live = useStore(nova.live.status);
  const clients = useConnections(state.clients);
  const { mark, words } = files[file.status];
  const line = lines[live.phase];
  const bus = redis[state.redis.status];
  return (
    <footer class="status-line" aria-label="Status">
      <span class="status" data-status="file" title={file.path}>
        <Mark kind={mark} />
        <span>
          {fileName(file.path)} {words}
          {file.status === 'loaded' && file.modified_at && (
            <span class="wide">
              , changed <Ago at={file.modified_at} />
            </span>
          )}
          {file.watching === 'polling' && <span class="wide"> (looked at every 2 s)</span>}
        </span>
      </span>
      <span class="status" data-status="redis" title={redisDetail(state.redis)}>
        <Mark kind={bus.mark} /> {bus.words}
      </span>
      <span class="status" data-status="clients">
        {plural(clients, 'client')}
      </span>
      <span
        class="status"
        data-status="live"
        role="status"
        title={`${state.instance.name} ${state.instance.version}`}
      >
        <Mark kind={line.mark} /> {line.words}
      </span>
      <span class="status wide instance">
        {state.instance.name} {state.instance.version}
      </span>
      {/* On a phone the bar with the pages has no room for it. */}
      {canLeave && <SignOut />}
    </footer>
  );
}
