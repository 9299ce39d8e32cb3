import type { NovaEvent, NovaState } from '../api/types';
import { withHealth, withRun } from './apply_health';

/**
 * The state after an event, as far as the event tells it. A pure function. Events that the state already contains
 * change nothing: the state may have been fetched after they happened.
 */
export function applyEvent(state: NovaState, event: NovaEvent): NovaState {
  if (event.seq <= state.seq) return state;
  const next = { ...state, seq: event.seq };
  if (isForeign(state, event)) return next;
  switch (event.type) {
    case 'mcp_toggled': {
      const { name, enabled, revision } = event.data;
      const servers = state.catalog.servers.map((server) => (server.name === name ? { ...server, enabled } : server));
      next.catalog = { ...state.catalog, servers, revision, file_revision: revision };
      break;
    }
    case 'system_health': {
      const { overall, servers, restart, redis } = event.data;
      next.overall = overall;
      if (servers && servers.length > 0) next.catalog = withHealth(state.catalog, servers);
      if (restart) next.restarts = withRun(state.restarts, restart);
      if (redis) next.redis = redis;
      break;
    }
    case 'prompt_updated': {
      const { path, revision, bytes, lines, content, content_url } = event.data;
      const { content: _content, content_url: _url, ...rest } = state.prompt;
      next.prompt = { ...rest, path, revision, file_revision: revision, bytes, lines, modified_at: event.timestamp };
      if (content !== undefined) next.prompt.content = content;
      else if (content_url !== undefined) next.prompt.content_url = content_url;
      break;
    }
  }
  return next;
}

/** Of another instance or program: it tells of their files, and of ours only as far as our server took it over. */
function isForeign(state: NovaState, event: NovaEvent): boolean {
  return event.source !== state.instance.name || ('origin' in event.data && event.data.origin === 'remote');
}

/** Whether an event only says that there is news, and the state has to be asked for. */
export function needsState(state: NovaState, event: NovaEvent): boolean {
  switch (event.type) {
    case 'config_validated':
      return true;
    // The file is well again, or never was known: there is more to it than this event tells.
    case 'mcp_toggled':
      return isForeign(state, event) || state.catalog.status !== 'loaded';
    case 'prompt_updated':
      return isForeign(state, event) || state.prompt.status !== 'loaded';
    case 'task_updated':
      return true; // How many there are now is for the server to say.
    default:
      return false;
  }
}
