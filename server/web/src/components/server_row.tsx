import type { McpServer } from '../api/types';
import { useStore } from '../lib/store';
import type { Change } from '../model/changes';
import { useNova } from '../model/nova';
import { useToggle } from '../model/queries';
import { Ago } from './ago';
import { CloseIcon } from './icons';
import { Mark } from './mark';
import { Switch } from './switch';

interface ServerRowProps {
  server: McpServer;
  /** What is being written to the file right now; shown as if it were there. */
  pending: boolean | undefined;
  change: Change | undefined;
  /** Why nothing can be switched at the moment. */
  refused: string | undefined;
}

/** One server: what it is, where it is, whether it is wanted. Two lines, and a third when something went wrong. */
export function ServerRow({ server, pending, change, refused }: ServerRowProps) {
  const nova = useNova();
  const toggle = useToggle();
  const notice = useStore(nova.notices.all).find((one) => one.server === server.name);
  const on = pending ?? server.enabled;
  const about = `about-${server.name}`;

  const flip = () => {
    nova.notices.clear(server.name);
    if (refused !== undefined) nova.notices.add(refused, server.name);
    else toggle.mutate({ name: server.name, url: server.url, enabled: !on });
  };

  return (
    <li class="row" data-server={server.name} data-on={on}>
      {change && <span class="pulse" key={change.id} />}
      <div class="row-text">
        <p class="row-title">
          <span class="row-name">{server.name}</span>
          <span class="row-description">{server.description}</span>
        </p>
        <p class="row-about" id={about}>
          <span class="url" title={server.url}>
            {server.url}
          </span>
          {change && (
            <span class="change">
              {change.words} · <Ago at={change.at} />
            </span>
          )}
        </p>
      </div>
      <Switch
        label={server.name}
        on={on}
        pending={pending !== undefined}
        refused={refused}
        describedBy={about}
        onToggle={flip}
      />
      {notice && (
        <p class="row-notice" role="alert">
          <Mark kind="failing" />
          <span>{notice.text}</span>
          <button
            type="button"
            class="button icon-button"
            aria-label="Close"
            onClick={() => nova.notices.close(notice.id)}
          >
            <CloseIcon />
          </button>
        </p>
      )}
    </li>
  );
}
