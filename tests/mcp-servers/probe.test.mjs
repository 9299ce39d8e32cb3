// `nova-settingsd probe` against servers that others have made: well, killed, started again, stopped and continued.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { probe } from './probe.mjs';
import { kinds, McpServer, until } from './servers.mjs';

const timeout = 2;

/** What a probe has to find while all is well, and how it gets there. */
const expected = {
  everything: { version: '2025-11-25', name: 'mcp-servers/everything', tool: 'echo', steps: 4 },
};
const modern = { version: '2026-07-28', name: 'modern', tool: 'echo', steps: 2 };

for (const kind of Object.keys(kinds)) {
  const { version, name, tool, steps } = expected[kind] ?? modern;

  describe(kind, () => {
    const server = new McpServer(kind);
    before(() => server.start());
    after(() => server.kill());

    async function isHealthy() {
      const found = await probe(server.url, '--timeout', '10');
      assert.equal(found.code, 0, JSON.stringify(found));
      assert.equal(found.status, 'healthy');
      assert.equal(found.protocol_version, version);
      assert.equal(found.server.name, name);
      assert.ok(found.tools.names.includes(tool) && found.tools.count === found.tools.names.length);
      assert.ok(found.latency_ms >= 0 && found.latency_ms <= found.took);
      assert.equal(found.steps.length, steps);
      assert.ok(found.steps.every(({ ok }) => ok));
    }

    async function isUnreachable(reason) {
      const found = await probe(server.url, '--timeout', String(timeout));
      assert.equal(found.code, 1, JSON.stringify(found));
      assert.equal(found.status, 'unreachable');
      assert.equal(found.reason, reason);
      assert.ok(found.summary && found.action);
      return found;
    }

    test('is well', isHealthy);

    test('is killed, and started again on the same port', async () => {
      await server.kill();
      await isUnreachable('refused');
      await server.start();
      await isHealthy();
    });

    test('is stopped, and continued', async () => {
      server.pause();
      try {
        const found = await isUnreachable('timeout');
        assert.ok(found.took >= timeout * 900, `it gave up after ${found.took} ms`);
        assert.ok(found.took < timeout * 1000 + 1000, `it gave up only after ${found.took} ms`);
      } finally {
        server.resume();
      }
      await isHealthy();
    });
  });
}

test('a session of its own is ended by the probe', async () => {
  const server = await McpServer.start('everything');
  try {
    for (let round = 1; round <= 5; ++round) {
      assert.equal((await probe(server.url)).code, 0);
      // It has answered the DELETE; what it prints may come a moment later.
      await until(
        () => server.sessions === round && server.openSessions.length === 0,
        () => server.log,
      );
    }
  } finally {
    await server.kill();
  }
});

for (const [kind, type] of [
  ['modern only, JSON', 'application/json'],
  ['modern only, SSE', 'text/event-stream'],
])
  test(`${kind}: two requests, and nothing of the earlier era`, async () => {
    const server = await McpServer.start(kind);
    try {
      assert.equal((await probe(server.url)).code, 0);
      const asked = () => server.log.match(/^(GET|POST|DELETE) .*/gm) ?? [];
      await until(
        () => asked().length === 2,
        () => server.log,
      );
      assert.deepEqual(asked(), [`POST server/discover: 200 ${type}`, `POST tools/list: 200 ${type}`]);
    } finally {
      await server.kill();
    }
  });
