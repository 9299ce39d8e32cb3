import { memo } from 'preact/compat';
import { milliseconds, statusSince } from '../lib/health_words';
import { addressOf } from '../lib/route';
import { plural } from '../lib/words';
import { standingOf } from '../model/standing';
import { Ago } from './ago';
import { HealthBar } from './health_bar';
import { Mark } from './mark';
import { ServerActions, type ServerActionsProps } from './server_actions';
import { ServerNotice } from './server_notice';

interface ServerCardProps extends ServerActionsProps {
  scale: number;
  opened: boolean;
}

/** How one server is, was, and what to do about it. */
export const ServerCard = memo((props: ServerCardProps) => {
  const { server, on, scale, opened } = props;
  const { status, mark, needsPerson, health } = standingOf(server, on);
  return (
    <li class="health-card" data-server={server.name} data-mark={mark} data-opened={opened}>
      <h2>
        <Mark kind={mark} />
        <a
          class="row-name"
          data-target
          href={addressOf('health', [server.name])}
          aria-current={opened ? 'true' : undefined}
        >
          {server.name}
        </a>
        <span class={`state state-${mark}`}>{statusSince(status, health, new Date())}</span>
      </h2>
      <div class="card-words">
        {needsPerson ? <p>{health.summary}</p> : <p class="muted">{server.description || server.url}</p>}
        {needsPerson && health.action && <p class="todo">{health.action}</p>}
      </div>
      <div class="card-past">
        {health.bar && <HealthBar bar={health.bar} scale={scale} />}
        {on && health.latency_ms !== null && (
          <span class="card-latency" title="The newest answer took">
            {milliseconds(health.latency_ms)}
          </span>
        )}
      </div>
      <p class="figures">
        {health.tools && <span>{plural(health.tools.count, 'tool')}</span>}
        {health.protocol_version && <span title="Protocol version">MCP {health.protocol_version}</span>}
        {on && health.checked_at && (
          <span>
            checked <Ago at={health.checked_at} />
          </span>
        )}
      </p>
      <ServerActions {...props} canRestart={props.canRestart && (needsPerson || props.run?.state === 'failed')} />
      <ServerNotice server={server.name} />
    </li>
  );
});
