// What `nova-settingsd` says of servers that others have made, while they come, hang and go.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Nova } from '../browser/nova.mjs';
import { kinds, McpServer, until } from './servers.mjs';

const interval = 1;
const timeout = 2;
const names = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, kind.replace(/\W+/g, '-')]));

describe('a Nova that asks every second', () => {
  const servers = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, new McpServer(kind)]));
  let nova;
  let token;

  before(async () => {
    for (const server of Object.values(servers)) await server.start();
    nova = new Nova({ NOVA_HEALTH_INTERVAL_S: String(interval), NOVA_HEALTH_TIMEOUT_S: String(timeout) });
    const entry = ([kind, { url }]) => `${names[kind]}:\n  url: ${url}\n`;
    nova.writeCatalog(Object.entries(servers).map(entry).join(''));
    await nova.start();
    token = nova.token();
  });

  after(async () => {
    await nova?.stop();
    for (const server of Object.values(servers)) await server.kill();
  });

  async function ask(path, method = 'GET') {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${nova.origin}${path}`, { method, headers });
    assert.equal(answer.status, 200);
    return answer.json();
  }

  const healthOf = async (kind) => (await ask('/api/mcp')).servers.find(({ name }) => name === names[kind]).health;

  /** Waits until the server has this status, and gives its health. */
  async function becomes(kind, status) {
    let health;
    return until(
      async () => {
        health = await healthOf(kind);
        return health.status === status && health;
      },
      () => `${kind} is ${status}; it is ${JSON.stringify(health)}`,
    );
  }

  describe('each on its own', { concurrency: true }, () => {
    for (const [kind, server] of Object.entries(servers)) {
      const version = kind === 'everything' ? '2025-11-25' : '2026-07-28';

      describe(kind, { concurrency: 1 }, () => {
        test('is well', async () => {
          const health = await becomes(kind, 'healthy');
          assert.equal(health.protocol_version, version);
          assert.ok(health.tools.names.includes('echo'));
          assert.ok(health.latency_ms >= 0 && health.latency_ms < timeout * 1000);
        });

        test('is killed, and started again on the same port', async () => {
          await becomes(kind, 'healthy');
          await server.kill();
          const health = await becomes(kind, 'unreachable');
          assert.equal(health.reason, 'refused');
          assert.ok(health.last_healthy_at);
          await server.start();
          assert.equal((await becomes(kind, 'healthy')).protocol_version, version);
        });

        test('is stopped, and continued', async () => {
          await becomes(kind, 'healthy');
          server.pause();
          try {
            assert.equal((await becomes(kind, 'unreachable')).reason, 'timeout');
          } finally {
            server.resume();
          }
          await becomes(kind, 'healthy');
        });
      });
    }
  });

  test('one session at a time, and none once the server is off', async () => {
    const { everything } = servers;
    const asked = () => everything.log.match(/^Received MCP POST/gm)?.length ?? 0;
    await becomes('everything', 'healthy');
    const before = asked();
    await until(
      () => {
        assert.ok(everything.openSessions.length <= 1, everything.log);
        return asked() >= before + 8; // A ping and the tools, four times.
      },
      () => everything.log,
    );
    await ask(`/api/mcp/${names.everything}/toggle`, 'PUT');
    await until(
      () => everything.openSessions.length === 0,
      () => everything.log,
    );
    await becomes('everything', 'disabled');
  });

  test('a server that takes the place of one of the other era', async () => {
    const kind = 'modern only, JSON';
    const place = servers[kind];
    await becomes(kind, 'healthy');
    await place.kill();
    const other = new McpServer('everything');
    other.port = place.port;
    await other.start();
    try {
      await until(async () => (await healthOf(kind)).protocol_version === '2025-11-25', 'the earlier era is noticed');
    } finally {
      await other.kill();
    }
    await place.start();
    await until(async () => (await healthOf(kind)).protocol_version === '2026-07-28', 'the newer era is noticed');
  });
});
