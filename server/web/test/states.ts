import type { McpServer, NovaState } from '../src/api/types';

export function server(name: string, enabled: boolean): McpServer {
  const url = `http://localhost/${name}/mcp`;
  return { name, url, health_url: '', description: '', enabled, probe: 'auto', service: '', headers: [], line: 1 };
}

/** A state with gmail on and notion off, at seq 10 of epoch e1. */
export function someState(): NovaState {
  const file = {
    status: 'loaded',
    problem: '',
    writable: true,
    watching: 'notifications',
    errors: [],
    warnings: [],
  } as const;
  const common = { ...file, errors: [], warnings: [] };
  return {
    epoch: 'e1',
    seq: 10,
    instance: { name: 'nova-settings@box', version: '0.1.0', started_at: '2026-11-23T10:00:00.000Z' },
    catalog: {
      ...common,
      path: '/srv/nova/configs/mcp_servers.yaml',
      revision: 'r1',
      file_revision: 'r1',
      servers: [server('gmail', true), server('notion', false)],
    },
    prompt: {
      ...common,
      path: '/srv/nova/prompts/NOVA_SYSTEM_PROMPT.md',
      revision: 'p1',
      file_revision: 'p1',
      bytes: 20,
      lines: 3,
      content: '# Long\n\nVery long.\n',
    },
    redis: { status: 'disabled' },
    tasks: {
      counts: { pending: 0, running: 0, completed: 0, failed: 0 },
      since: '2026-11-23T10:00:00.000Z',
      updated_at: null,
    },
    overall: 'healthy',
    restarts: { allowed: [], runs: [] },
    clients: 1,
  };
}
