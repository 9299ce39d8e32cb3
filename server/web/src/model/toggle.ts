import { Problem } from '../api/problem';
import type { NovaState, ToggleReply } from '../api/types';

/** What a person meant by a click: this server, seen with this address, on or off. */
export interface Wish {
  name: string;
  url: string;
  enabled: boolean;
}

export interface ToggleSteps {
  /** The newest state this page has. */
  seen(): NovaState | undefined;
  /** The newest state there is. */
  fetch(): Promise<NovaState>;
  put(name: string, enabled: boolean, revision: string): Promise<ToggleReply>;
}

const refuse = (text: string) => new Problem({ status: 412, title: text });

/**
 * Switches a server. Where the file has changed since this page last saw it, the write is tried once more on the new
 * revision, but only if it would still do what the person meant.
 */
export async function toggleServer(wish: Wish, steps: ToggleSteps): Promise<ToggleReply> {
  const state = steps.seen() ?? (await steps.fetch());
  try {
    return await steps.put(wish.name, wish.enabled, state.catalog.revision);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) throw error;
  }

  const { catalog } = await steps.fetch();
  const now = catalog.servers.find((server) => server.name === wish.name);
  if (!now) throw refuse(`${wish.name} is no longer in the file.`);
  if (now.enabled === wish.enabled) {
    return { name: wish.name, enabled: wish.enabled, changed: false, revision: catalog.revision };
  }
  if (now.url !== wish.url)
    throw refuse(`${wish.name} has another address in the file now. Look again before you switch it.`);
  return steps.put(wish.name, wish.enabled, catalog.revision);
}

/** The state after our own toggle, unless something newer has come since it was sent. A pure function. */
export function applyReply(state: NovaState, sentOn: string, reply: ToggleReply): NovaState {
  if (state.catalog.revision !== sentOn) return state;
  const servers = state.catalog.servers.map((server) =>
    server.name === reply.name ? { ...server, enabled: reply.enabled } : server,
  );
  return { ...state, catalog: { ...state.catalog, servers, revision: reply.revision } };
}
