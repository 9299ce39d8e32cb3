// What the server says, word for word: GET /api/state, the events and the answers to commands. Types only.

import type { Health, NamedHealth, Overall, RestartRun, Restarts } from './health';

/** One finding about a file. Line and column count from 1; 0 means the finding has no place. */
export interface Finding {
  severity: 'error' | 'warning';
  code: string;
  message: string;
  hint: string;
  path: string;
  line: number;
  column: number;
}

/** How a file stands. `revision` is of the text in force, `file_revision` of what is on disk now. */
export interface FileStatus {
  path: string;
  status: 'loading' | 'loaded' | 'invalid' | 'missing' | 'unreadable';
  revision: string;
  file_revision: string;
  /** A sentence for people; empty when all is well. */
  problem: string;
  writable: boolean;
  watching: 'notifications' | 'polling';
  errors: Finding[];
  warnings: Finding[];
  modified_at?: string;
}

export interface McpServer {
  name: string;
  url: string;
  health_url: string;
  description: string;
  enabled: boolean;
  probe: 'auto' | 'mcp' | 'http';
  service: string;
  /** Names only: the values are secrets and stay on the server. */
  headers: string[];
  line: number;
  interval_s?: number;
  timeout_s?: number;
  /** Left out for a moment after a server came to the file. */
  health?: Health;
}

export interface Catalog extends FileStatus {
  servers: McpServer[];
}

export interface Prompt extends FileStatus {
  bytes: number;
  lines: number;
  /** Left out of the state above 64 KiB; then `content_url` says where to get it. */
  content?: string;
  content_url?: string;
}

/** How the way to other machines stands. */
export interface Redis {
  status: 'disabled' | 'connected' | 'reconnecting';
  address?: string;
  problem?: string;
  waiting?: number;
  dropped?: number;
}

/** Tasks of other programs, by status. */
export interface Tasks {
  counts: Record<string, number>;
  since: string;
  /** Of the last word; null if there was none. */
  updated_at: string | null;
}

export interface NovaState {
  epoch: string;
  seq: number;
  instance: { name: string; version: string; started_at: string; state_problem?: string };
  catalog: Catalog;
  prompt: Prompt;
  redis: Redis;
  tasks: Tasks;
  overall: Overall;
  restarts: Restarts;
  clients: number;
}

export interface SessionInfo {
  authenticated: boolean;
  who: 'session' | 'token' | 'none';
  csrf_token?: string;
}

export interface ToggleReply {
  name: string;
  enabled: boolean;
  changed: boolean;
  revision: string;
}

/** What an entry of the catalog may have beside its name; `null` takes a field out of it. */
export interface ServerFields {
  url?: string;
  health_url?: string | null;
  description?: string | null;
  enabled?: boolean | null;
  probe?: 'auto' | 'mcp' | 'http' | null;
  interval_s?: number | null;
  timeout_s?: number | null;
  service?: string | null;
  /** As a merge patch: a header that is `null` goes, one that is not named stays. */
  headers?: Record<string, string | null> | null;
}

export interface ServerSaved {
  name: string;
  changed: boolean;
  revision: string;
  /** Of the text that was replaced. */
  backup_id: string;
}

/** Who made a change: this or another Nova window, a program over the API, the file's editor, another machine. */
export type Origin = 'ui' | 'api' | 'file' | 'remote';

export interface McpToggled {
  name: string;
  enabled: boolean;
  revision: string;
  origin: Origin;
}

export interface PromptUpdated {
  path: string;
  revision: string;
  bytes: number;
  lines: number;
  added: number;
  removed: number;
  content?: string;
  content_url?: string;
  origin: Origin;
}

export interface ConfigValidated {
  file: string;
  valid: boolean;
  applied: boolean;
  revision: string;
  errors: Finding[];
  warnings: Finding[];
  changes: { name: string; change: 'added' | 'removed' | 'modified'; fields?: string[] }[];
  origin: Origin;
}

/** Only what changed: a restart alone comes with an empty list of servers, Redis without one. */
export interface SystemHealth {
  overall: Overall;
  servers?: NamedHealth[];
  restart?: RestartRun;
  redis?: Redis;
  origin?: Origin;
}

interface EventOf<Type extends string, Data> {
  id: string;
  type: Type;
  timestamp: string;
  source: string;
  seq: number;
  data: Data;
}

export type NovaEvent =
  | EventOf<'mcp_toggled', McpToggled>
  | EventOf<'prompt_updated', PromptUpdated>
  | EventOf<'config_validated', ConfigValidated>
  | EventOf<'system_health', SystemHealth>
  | EventOf<'task_updated', Record<string, unknown>>;

/** The events after a place in the stream, or the state where they cannot all be told. */
export type Backlog =
  | { epoch: string; complete: true; seq: number; events: NovaEvent[] }
  | { epoch: string; complete: false; state: NovaState };

export interface Hello {
  client_id: string;
  epoch: string;
  seq: number;
  instance: string;
  version: string;
  heartbeat_s: number;
}
