import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useIsWide } from '../components/beside';
import { ServerDetails } from '../components/server_details';
import { addressOf, goTo, type Page } from '../lib/route';
import type { ListedServer } from '../model/server_list';

interface OpenServer {
  /** The details, where they belong now: in one of the two places. */
  beside: ComponentChildren;
  under: ComponentChildren;
  open: (server: string) => void;
  close: () => void;
}

/** The details of the server that the address names, beside the list or, where that is too narrow, under its item. */
export function useOpenServer(
  page: Page,
  opened: string | undefined,
  servers: readonly ListedServer[],
  query: Readonly<Record<string, string>> = {},
): OpenServer {
  const isWide = useIsWide();
  // What the address named from the start was not opened by somebody just now.
  const atStart = useRef(opened);
  if (opened !== atStart.current) atStart.current = undefined;

  const open = (server: string) => {
    goTo(addressOf(page, [server], query));
  };
  const close = () => {
    goTo(addressOf(page, [], query));
  };
  const found = servers.find(({ server }) => server.name === opened);
  const panel = found ? (
    <ServerDetails {...found} takesFocus={atStart.current === undefined} onClose={close} />
  ) : (
    opened !== undefined && (
      <section class="details">
        <p>There is no server named {opened} any more.</p>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </section>
    )
  );
  return {
    beside: isWide || !found ? panel : null,
    under: isWide || !found ? null : <li class="under">{panel}</li>,
    open,
    close,
  };
}
