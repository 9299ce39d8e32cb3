import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../api/types';
import { copyText } from '../lib/hand_over';
import { addressOf, amendAddress, type Route } from '../lib/route';
import { useCheck } from './health_queries';
import type { ForeignText } from './import_state';
import { useNova } from './nova';
import { useMove, useRemove, type ServerCommands } from './server_commands';
import { moveBy } from './server_order';
import { amendPlace, openDialog, placeOf, queryOf } from './servers_address';

interface CommandsOptions {
  catalog: Catalog;
  route: Route;
  /** Why nothing can be changed just now. */
  refused: string | undefined;
  /** The servers in the order in which they are shown. */
  shown: readonly string[];
  opened: string | undefined;
}

const targetOf = (name: string) =>
  document.querySelector<HTMLElement>(`[data-server="${CSS.escape(name)}"] [data-target]`);

/** The commands of the Servers page. They stay the same object, so that rows are not drawn anew for them. */
export function useServerCommands(options: CommandsOptions) {
  const nova = useNova();
  const check = useCheck();
  const [menu, setMenu] = useState<{ server: string; button: HTMLElement } | undefined>(undefined);
  const [dropped, setDropped] = useState<ForeignText | undefined>(undefined);
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const remove = useRemove(setWanted);
  const moving = useMove();
  const latest = useRef({ ...options, menu, remove, moving, check });
  latest.current = { ...options, menu, remove, moving, check };

  // What is new, or back, is brought into view and gets the focus, as soon as it is there.
  useEffect(() => {
    if (wanted === undefined || !options.catalog.servers.some(({ name }) => name === wanted)) return;
    const target = targetOf(wanted);
    if (!target) return amendPlace(options.route, { filter: '', group: undefined });
    setWanted(undefined);
    target.focus({ preventScroll: true });
    target.closest('[data-server]')?.scrollIntoView({ block: 'nearest' });
  });

  const commands = useMemo<ServerCommands>(() => {
    const refuse = (server?: string) => {
      const { refused } = latest.current;
      if (refused === undefined) return false;
      nova.notices.add(refused, server !== undefined && targetOf(server) ? server : undefined);
      return true;
    };
    const find = (name: string) => latest.current.catalog.servers.find((server) => server.name === name);
    return {
      add: () => refuse() || openDialog(latest.current.route, { kind: 'add', about: '' }),
      edit: (about) => refuse(about) || openDialog(latest.current.route, { kind: 'edit', about }),
      duplicate: (about) => refuse(about) || openDialog(latest.current.route, { kind: 'duplicate', about }),
      remove: (name) => {
        const server = find(name);
        if (!server || refuse(name)) return;
        nova.notices.clear(name);
        const { shown, opened, route } = latest.current;
        const at = shown.indexOf(name);
        const next = shown[at + 1] ?? shown[at - 1];
        if (next !== undefined) targetOf(next)?.focus();
        if (opened === name) amendAddress(addressOf('servers', [], queryOf(placeOf(route))));
        latest.current.remove.mutate(server);
      },
      move: (name, places) => {
        if (refuse(name)) return;
        nova.notices.clear(name);
        const { catalog, shown, route } = latest.current;
        const { servers } = catalog;
        if (shown.length !== servers.length || servers.some((server, index) => server.name !== shown[index])) {
          nova.toasts.show('Servers are moved where all are shown in the order of the file.', {
            words: 'Show that order',
            run: () => amendPlace(route, { filter: '', group: undefined, sort: 'file' }),
          });
          return;
        }
        const move = moveBy(servers, name, places);
        const at = shown.indexOf(name) + 1;
        if (!move) return nova.changes.spoken.set(`${name} is the ${places < 0 ? 'first' : 'last'} already`);
        latest.current.moving.mutate(move);
        nova.changes.spoken.set(`${name} is number ${at + places} of ${servers.length} now`);
      },
      restart: (name) => {
        const server = find(name);
        const isAllowed = server && nova.state()?.restarts.allowed.includes(server.service);
        if (server && isAllowed) nova.restartView.set({ service: server.service, view: 'question' });
      },
      check: (name) => latest.current.check(name),
      copyAddress: (name) => {
        void copyText(find(name)?.url ?? '').then((copied) =>
          nova.toasts.show(copied ? `Address of ${name} copied` : 'This browser does not let the page copy.'),
        );
      },
      importServers: () => {
        if (refuse()) return;
        setDropped(undefined);
        openDialog(latest.current.route, { kind: 'import' });
      },
      exportServers: () => openDialog(latest.current.route, { kind: 'export' }),
      openMenu: (server, button) => setMenu(latest.current.menu?.button === button ? undefined : { server, button }),
    };
  }, []);

  return {
    commands,
    menu,
    closeMenu: useMemo(() => () => setMenu(undefined), []),
    dropped,
    /** Something was dropped or pasted: what would become of it. */
    showDropped: (text: ForeignText) => {
      setDropped(text);
      if (placeOf(options.route).dialog?.kind !== 'import') openDialog(options.route, { kind: 'import' });
    },
    arrived: setWanted,
  };
}
