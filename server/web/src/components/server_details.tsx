import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { milliseconds, statusSince } from '../lib/health_words';
import { plural } from '../lib/words';
import { useFreshHealth } from '../model/health_queries';
import { useNova } from '../model/nova';
import { useCommands } from '../model/server_commands';
import { standingOf } from '../model/standing';
import { Ago } from './ago';
import { CloseIcon } from './icons';
import { Mark } from './mark';
import { ServerActions, type ServerActionsProps } from './server_actions';
import { ServerHistory } from './server_history';
import { ServerMenuButton } from './server_menu';

interface ServerDetailsProps extends ServerActionsProps {
  /** Somebody opened it just now, so that the focus belongs here. */
  takesFocus: boolean;
  onClose: () => void;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Everything about how one server is and was, beside the list or under its row. */
export function ServerDetails(props: ServerDetailsProps) {
  const { server, on, takesFocus, onClose } = props;
  useFreshHealth(20_000);
  const commands = useCommands();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus({ preventScroll: false });
  }, [server.name]);
  const { status, mark, needsPerson, health } = standingOf(server, on);
  return (
    <section class="details" data-mark={mark} data-details={server.name} aria-label={`Details of ${server.name}`}>
      <header>
        <h2 ref={title} tabIndex={-1}>
          {server.name}
        </h2>
        {commands && <ServerMenuButton server={server.name} commands={commands} />}
        <button type="button" class="button icon-button" aria-label="Close the details" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <p class="details-state">
        <Mark kind={mark} />
        <strong class={`state state-${mark}`}>{statusSince(status, health, new Date())}</strong>
      </p>
      {server.description && <p class="muted">{server.description}</p>}
      {needsPerson && <p>{health.summary}</p>}
      {needsPerson && health.action && <p class="todo">{health.action}</p>}
      <div class="buttons">
        <ServerActions {...props} />
        {commands && (
          <button type="button" class="button small" onClick={() => commands.edit(server.name)}>
            Edit<span class="unseen"> {server.name}</span>
          </button>
        )}
      </div>
      <LastRestart {...props} />
      <dl class="facts">
        <Fact name="Address">
          <span class="path">{server.url}</span>
        </Fact>
        {on && health.latency_ms !== null && <Fact name="Newest answer">{milliseconds(health.latency_ms)}</Fact>}
        {on && <Fact name="Checked">{health.checked_at ? <Ago at={health.checked_at} /> : <>not yet</>}</Fact>}
        {needsPerson && (
          <Fact name="Last healthy">
            {health.last_healthy_at ? <Ago at={health.last_healthy_at} /> : <>not that Nova knows</>}
          </Fact>
        )}
        {health.server && (
          <Fact name="Server">
            {health.server.name} {health.server.version}
          </Fact>
        )}
        {health.protocol_version && <Fact name="Protocol">MCP {health.protocol_version}</Fact>}
        {server.service && <Fact name="Service">{server.service}</Fact>}
        {needsPerson && health.detail && (
          <Fact name="In detail">
            <span class="path">{health.detail}</span>
          </Fact>
        )}
      </dl>
      {health.tools && health.tools.count > 0 && (
        <details class="as-text">
          <summary>{plural(health.tools.count, 'tool')}</summary>
          <ul class="tools-list">
            {health.tools.names.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
          {health.tools.count > health.tools.names.length && (
            <p class="muted">And {health.tools.count - health.tools.names.length} more.</p>
          )}
        </details>
      )}
      <ServerHistory key={server.name} name={server.name} news={health.since} />
    </section>
  );
}

function LastRestart({ server, run }: ServerActionsProps) {
  const nova = useNova();
  if (!run || run.state === 'running') return null;
  return (
    <p class="last-restart muted">
      <span>
        {run.state === 'succeeded' ? 'Restarted' : 'A restart failed'} <Ago at={run.started_at} />.
      </span>
      <button
        type="button"
        class="button small quiet"
        onClick={() => nova.restartView.set({ service: server.service, view: 'run' })}
      >
        What it said
      </button>
    </p>
  );
}
