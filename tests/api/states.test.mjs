// The state in its less common shapes: files with errors, too large, gone; Redis away; a prompt that is only linked.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Description } from './description.mjs';
import { World } from './world.mjs';

const description = new Description();
const operations = (id) => description.operation(id);

/** Reads the resource until it is as wanted, and holds every answer against the description. */
async function eventually(world, id, isSo) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await world.call(operations(id));
    description.checkAnswer(operations(id), answer);
    const value = JSON.parse(answer.body);
    if (isSo(value)) return value;
    assert.ok(Date.now() < deadline, `it stayed ${answer.body}`);
    await setTimeout(20);
  }
}

const cases = [
  {
    name: 'a catalog with errors and warnings',
    spoil: ({ nova }) => nova.writeCatalog('gmail:\n  url: 1\n  color: red\n'),
    isSo: ({ catalog }) => catalog.status === 'invalid' && catalog.errors.length > 0 && catalog.warnings.length > 0,
  },
  {
    name: 'a catalog with every field',
    spoil: ({ nova }) =>
      nova.writeCatalog(`gmail:
  url: http://localhost:1/mcp
  health_url: http://localhost:1/health
  description: Mail
  enabled: false
  probe: http
  interval_s: 30
  timeout_s: 5
  service: mcp_gmail
  headers: { X-Key: "\${KEY}" }
`),
    isSo: ({ catalog }) => catalog.servers.length === 1 && catalog.servers[0].interval_s === 30,
  },
  {
    name: 'a catalog that is too large',
    spoil: ({ nova }) => nova.writeCatalog(`# ${'x'.repeat(2 * 1024 * 1024)}\n`),
    isSo: ({ catalog }) => catalog.file_revision.startsWith('too-large'),
  },
  {
    name: 'a catalog that cannot be read',
    spoil: ({ nova }) => World.replaceByFolder(nova.catalog),
    isSo: ({ catalog }) => catalog.status === 'unreadable',
  },
  {
    name: 'files that are gone',
    spoil: ({ nova }) => [nova.catalog, nova.prompt].forEach((file) => rmSync(file)),
    isSo: ({ catalog, prompt }) => catalog.status === 'missing' && prompt.status === 'missing',
  },
  {
    name: 'a prompt that is too long for the state',
    spoil: ({ nova }) => writeFileSync(nova.prompt, 'You are Nova.\n'.repeat(10_000)),
    isSo: ({ prompt }) => prompt.content_url === '/api/prompt',
  },
];

for (const { name, spoil, isSo } of cases) {
  test(name, async () => {
    const world = await World.start();
    try {
      spoil(world);
      await eventually(world, 'getState', isSo);
      for (const id of ['listServers', 'getPrompt', 'getEvents']) await eventually(world, id, () => true);
    } finally {
      await world.stop();
    }
  });
}

test('Redis that is away', async () => {
  const world = await World.start({ NOVA_REDIS_URL: 'redis://127.0.0.1:1' });
  try {
    await eventually(world, 'getState', ({ redis }) => redis.status === 'reconnecting' && redis.problem !== '');
    await eventually(world, 'getRedisMetrics', () => true);
  } finally {
    await world.stop();
  }
});
