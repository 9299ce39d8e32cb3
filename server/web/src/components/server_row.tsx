import { memo } from 'preact/compat';
import { milliseconds, statusOf, statusSince } from '../lib/health_words';
import { plural } from '../lib/words';
import type { Change } from '../model/changes';
import { useNova } from '../model/nova';
import { useToggle } from '../model/queries';
import { useCommands } from '../model/server_commands';
import { standingOf } from '../model/standing';
import { Ago } from './ago';
import { HealthBar } from './health_bar';
import { Mark } from './mark';
import { ServerActions, type ServerActionsProps } from './server_actions';
import { ServerMenuButton } from './server_menu';
import { ServerNotice } from './server_notice';
import { Switch } from './switch';

interface ServerRowProps extends ServerActionsProps {
  /** What `on` says is being written to the file right now. */
  pending: boolean;
  change: Change | undefined;
  /** Why nothing can be switched at the moment. */
  refused: string | undefined;
  /** What the full height of the bar stands for. */
  scale: number;
  opened: boolean;
  /** Where its details are. */
  address: string;
}

/** One server: what it is, how it is, whether it is wanted. Two lines, and a third when something went wrong. */
export const ServerRow = memo((props: ServerRowProps) => {
  const { server, on, pending, change, refused, scale, opened, address } = props;
  const nova = useNova();
  const commands = useCommands();
  const toggle = useToggle();
  const { status, mark, needsPerson, health } = standingOf(server, on);
  const about = `about-${server.name}`;

  const flip = () => {
    nova.notices.clear(server.name);
    if (refused !== undefined) nova.notices.add(refused, server.name);
    else toggle.mutate({ name: server.name, url: server.url, enabled: !on });
  };

  return (
    <li class="row" data-server={server.name} data-on={on} data-mark={mark} data-opened={opened}>
      {change && <span class="pulse" key={change.id} />}
      <Mark kind={mark} />
      <div class="row-text" id={about}>
        <p class="row-title">
          <a class="row-name" href={address} aria-current={opened ? 'true' : undefined}>
            {server.name}
          </a>
          {needsPerson ? (
            <>
              <span class={`state state-${mark}`}>{statusSince(status, health, new Date())}</span>
              <span class="row-description row-summary muted" title={health.summary}>
                {health.summary}
              </span>
            </>
          ) : (
            <>
              <span class="row-description" title={server.description}>
                {server.description}
              </span>
              {status === 'healthy' && (
                <span class="row-figures">
                  <span class="unseen">{statusOf(status)}, </span>
                  {health.tools && `${plural(health.tools.count, 'tool')} · `}
                  {milliseconds(health.latency_ms)}
                </span>
              )}
              {status === 'checking' && <span class="row-figures">{statusOf(status)}</span>}
            </>
          )}
        </p>
        <div class="row-about">
          {needsPerson ? (
            <span class="row-todo" title={health.action}>
              {health.action}
            </span>
          ) : (
            <span class="url" title={server.url}>
              {server.url}
            </span>
          )}
          {change && (
            <span class="change">
              {change.words} · <Ago at={change.at} />
            </span>
          )}
          {(needsPerson || props.run?.state === 'running') && <ServerActions {...props} />}
        </div>
      </div>
      {health.bar && <HealthBar bar={health.bar} scale={scale} />}
      <div class="row-end">
        <Switch label={server.name} on={on} pending={pending} refused={refused} describedBy={about} onToggle={flip} />
        {commands && <ServerMenuButton server={server.name} commands={commands} />}
      </div>
      <ServerNotice server={server.name} />
    </li>
  );
});
