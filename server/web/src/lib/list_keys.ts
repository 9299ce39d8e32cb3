import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from './keys';

interface ListKeys {
  /** Holds the items: `[data-server]`, each with one `[data-target]` that takes the focus. */
  list: RefObject<HTMLElement>;
  filter: RefObject<HTMLInputElement>;
  clearFilter: () => void;
  /** The server whose details are open. */
  opened: string | undefined;
  open: (server: string) => void;
  close: () => void;
  check: (server: string) => void;
  /** Where servers can be changed: what the other keys do. */
  commands?: ServerKeys | undefined;
}

interface ServerKeys {
  add: () => void;
  importServers: () => void;
  exportServers: () => void;
  edit: (server: string) => void;
  duplicate: (server: string) => void;
  remove: (server: string) => void;
  restart: (server: string) => void;
  move: (server: string, places: 1 | -1) => void;
}

const isMove = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  altKey && !ctrlKey && !metaKey && !shiftKey && (key === 'ArrowUp' || key === 'ArrowDown');

/** What a key does that is pressed where a server is chosen; nothing where it means nothing. */
function commandOf(event: KeyboardEvent, keys: ServerKeys, server: string | undefined): (() => void) | undefined {
  const general: Record<string, () => void> = { a: keys.add, i: keys.importServers, x: keys.exportServers };
  if (general[event.key]) return general[event.key];
  if (server === undefined) return undefined;
  const ofServer: Record<string, () => void> = {
    e: () => keys.edit(server),
    d: () => keys.duplicate(server),
    Delete: () => keys.remove(server),
    R: () => keys.restart(server),
  };
  return ofServer[event.key];
}

/**
 * The keys of a page with a list of servers: `/`, `j`, `k`, arrows, Enter, `r` and Escape, and those of `commands`.
 */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    const targets = () => [...(latest.current.list.current?.querySelectorAll<HTMLElement>('[data-target]') ?? [])];
    const serverOf = (element: Element | null) => {
      const place = element?.closest<HTMLElement>('[data-server], [data-details]');
      return place?.dataset.server ?? place?.dataset.details;
    };

    /** Moves the focus by so many items, from the focused one or into the list. */
    const move = (step: number) => {
      const all = targets();
      const current = serverOf(document.activeElement);
      const at = all.findIndex((one) => current !== undefined && serverOf(one) === current);
      const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
      all[next]?.focus();
      all[next]?.closest('[data-server]')?.scrollIntoView({ block: 'nearest' });
    };

    const onKey = (event: KeyboardEvent) => {
      const { filter, clearFilter, opened, open, close, check, commands } = latest.current;
      const inField = event.target === filter.current;
      const server = serverOf(document.activeElement);
      const onTarget = document.activeElement instanceof HTMLElement && 'target' in document.activeElement.dataset;
      if (inField && event.key === 'Escape') {
        clearFilter();
        filter.current?.blur();
      } else if (inField && (event.key === 'ArrowDown' || event.key === 'Enter')) {
        move(1);
      } else if (document.querySelector('dialog[open]')) {
        return;
      } else if (isMove(event) && commands && server !== undefined) {
        commands.move(server, event.key === 'ArrowUp' ? -1 : 1);
      } else if (isTyping(event)) {
        return;
      } else if (commands && commandOf(event, commands, server ?? opened)) {
        // One press, one command: by then the focus is on another server.
        if (!event.repeat) commandOf(event, commands, server ?? opened)?.();
      } else if (event.key === '/') {
        filter.current?.focus();
        filter.current?.select();
      } else if (event.key === 'j' || event.key === 'ArrowDown') {
        move(1);
      } else if (event.key === 'k' || event.key === 'ArrowUp') {
        move(-1);
      } else if (event.key === 'Enter' && server !== undefined && onTarget) {
        open(server);
      } else if (event.key === 'r' && (server ?? opened) !== undefined) {
        check((server ?? opened) as string);
      } else if (event.key === 'Escape' && opened !== undefined) {
        close();
        targets()
          .find((one) => serverOf(one) === opened)
          ?.focus();
      } else {
        return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
