import type { ListedServer } from '../model/server_list';
import type { ServerCommands } from '../model/server_commands';
import { MoreIcon } from './icons';
import { Menu } from './menu';

interface ServerMenuProps {
  listed: ListedServer;
  button: HTMLElement;
  commands: ServerCommands;
  /** Why nothing can be changed just now. */
  refused: string | undefined;
  onClose: () => void;
}

/** Everything that can be done with one server. */
export function ServerMenu({ listed, button, commands, refused, onClose }: ServerMenuProps) {
  const { server, on, canRestart } = listed;
  const { name } = server;
  const change = { isRefused: refused !== undefined };
  const entries = [
    { words: 'Edit', shortcut: 'e', run: () => commands.edit(name), ...change },
    { words: 'Duplicate', shortcut: 'd', run: () => commands.duplicate(name), ...change },
    { words: 'Copy address', run: () => commands.copyAddress(name) },
    { words: 'Move up', shortcut: 'Alt ↑', run: () => commands.move(name, -1), ...change },
    { words: 'Move down', shortcut: 'Alt ↓', run: () => commands.move(name, 1), ...change },
    ...(on ? [{ words: 'Check now', shortcut: 'r', run: () => commands.check(name) }] : []),
    ...(canRestart ? [{ words: 'Restart…', shortcut: 'Shift R', run: () => commands.restart(name) }] : []),
    { words: 'Remove', shortcut: 'Delete', isSevere: true, run: () => commands.remove(name), ...change },
  ];
  return <Menu label={name} button={button} entries={entries} refused={refused} onClose={onClose} />;
}

interface MenuButtonProps {
  server: string;
  commands: ServerCommands;
}

/** ⋯ */
export function ServerMenuButton({ server, commands }: MenuButtonProps) {
  return (
    <button
      type="button"
      class="button icon-button menu-button"
      aria-label={`More for ${server}`}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={(event) => commands.openMenu(server, event.currentTarget)}
    >
      <MoreIcon />
    </button>
  );
}
