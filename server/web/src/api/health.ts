// How servers are and were, and restarts, word for word as the server tells them. Types only.

export type HealthStatus =
  | 'disabled'
  | 'checking'
  | 'healthy'
  | 'degraded'
  | 'auth_required'
  | 'incompatible'
  | 'not_mcp'
  | 'misconfigured'
  | 'unreachable';

/** The last hours in equal pieces, the oldest first. */
export interface HealthBar {
  slot_s: number;
  /** A letter for each piece: the first one of the worst status in it, `-` where nothing is known. */
  states: string;
  latency_ms: (number | null)[];
}

/** What a check found. Sentences are for people and come ready from the server. */
export interface Health {
  status: HealthStatus;
  /** What is. */
  summary: string;
  /** What to do about it; empty where nothing is to be done. */
  action: string;
  /** For programs: "refused", "timeout", …; empty where all is well. */
  reason: string;
  /** Technical words. */
  detail: string;
  /** When this status began. */
  since: string | null;
  checked_at: string | null;
  last_healthy_at: string | null;
  latency_ms: number | null;
  /** Checks in a row that got no answer. */
  misses: number;
  protocol_version: string;
  server: { name: string; version: string } | null;
  tools: { count: number; names: string[] } | null;
  /** Part of the state; events and the answer to a check leave it out. */
  bar?: HealthBar;
}

export type NamedHealth = Health & { name: string };

export interface HealthBucket {
  from: string;
  probes: number;
  /** Of the probes: those that were answered. */
  up: number;
  healthy: number;
  worst: HealthStatus;
  p50_ms: number | null;
  p95_ms: number | null;
  max_ms: number | null;
}

export interface Outage {
  from: string;
  /** null: it is still on. */
  until: string | null;
  status: HealthStatus;
  reason: string;
}

export interface HealthHistory {
  name: string;
  since: string | null;
  /** Percent of the time that was observed. */
  uptime_24h: number | null;
  uptime_30d: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  /** Of the last 24 hours; a minute without a check is left out. */
  minutes: HealthBucket[];
  /** Of the last 30 days. */
  hours: HealthBucket[];
  /** The oldest first. */
  outages: Outage[];
}

/** The newest restart of a service, be it over or not. */
export interface RestartRun {
  service: string;
  servers: string[];
  state: 'running' | 'succeeded' | 'failed';
  started_at: string;
  elapsed_ms: number;
  exit_code: number | null;
  timed_out: boolean;
  output: string;
  /** Why it could not run at all. */
  problem: string;
}

export interface Restarts {
  /** The services that may be restarted. */
  allowed: string[];
  runs: RestartRun[];
}

export type Overall = 'healthy' | 'degraded' | 'down';
