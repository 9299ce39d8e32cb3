// packaging/nginx/nova-settings.conf in Debian's nginx: TLS, a path of its own, and two replicas behind it.

import assert from 'node:assert/strict';
import { Agent } from 'node:https';
import { after, before, test } from 'node:test';
import { bearer, call, signIn } from './calls.mjs';
import { scratch, until } from './children.mjs';
import { Listener } from './listener.mjs';
import { Nginx, name, origin } from './nginx.mjs';
import { Redis } from './redis.mjs';
import { readCatalog, startReplicas, token } from './replicas.mjs';

const place = scratch();
const world = { folder: place.folder };
let replicas = [];
let nginx;

before(async () => {
  world.redis = await Redis.start(place.folder);
  replicas = await startReplicas(world, 2);
  nginx = await Nginx.start(
    place.folder,
    replicas.map(({ address }) => address),
  );
});
after(async () => {
  await nginx?.end();
  await Promise.all(replicas.map((replica) => replica.end('SIGKILL')));
  await world.redis?.end('SIGKILL');
  place.remove();
});

const ask = (path, options) => call(nginx.address + path, nginx.by(options));

/** An address of the loopback whose callers nginx brings to this replica. */
async function callerOf(replica) {
  const { epoch } = await replica.state();
  for (let last = 1; last < 100; last++) {
    const from = `127.0.0.${last}`;
    if ((await ask('api/state', { from, headers: bearer(token) })).json().epoch === epoch) return from;
  }
  throw new Error(`nobody reaches replica ${replica.number}`);
}

test('the ways in lead to the page', async () => {
  const plain = await call(`http://127.0.0.1:${nginx.plainPort}/nova/?a=1`, { headers: { Host: name } });
  assert.deepEqual([plain.status, plain.headers.location], [308, `${origin}/nova/?a=1`]);
  const bare = await call(nginx.address.slice(0, -1), nginx.by());
  assert.equal(bare.status, 308);
  assert.match(bare.headers.location, /\/nova\/$/);
});

test('the page and all that it names come from under the path, compressed by Nova and cached by its rules', async () => {
  const page = await ask('');
  assert.equal(page.status, 200);
  assert.match(page.headers['content-security-policy'], /default-src 'none'/);
  const named = [...page.body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, path]) => path);
  assert.ok(named.length >= 3, named.join());
  for (const path of named) {
    assert.match(path, /^\.\//, 'relative, so that it stays under the path');
    const file = await ask(path.slice(2), { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(file.status, 200, path);
    const again = await ask(path.slice(2), {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': file.headers.etag },
    });
    assert.equal(again.status, 304, path);
    assert.doesNotMatch(file.headers.etag, /^W\//, 'the proxy changes nothing of it');
  }
});

test('a session belongs to the path and to TLS, and is good at every replica', async () => {
  const headers = { Origin: origin };
  const { set, cookie, csrf } = await signIn(nginx.address, token, nginx.by({ headers }));
  assert.match(set, /; Path=\/nova\/; HttpOnly; SameSite=Strict; Secure; /);
  for (const replica of replicas) {
    const from = await callerOf(replica);
    const write = (extra) => ask('api/mcp/gmail/toggle', { from, method: 'PUT', headers: { ...headers, Cookie: cookie, ...extra } });
    assert.equal((await write({})).status, 403);
    assert.equal((await write({ 'X-CSRF-Token': csrf })).status, 200);
  }
  const out = await ask('api/session', { method: 'DELETE', headers: { ...headers, Cookie: cookie, 'X-CSRF-Token': csrf } });
  assert.match(out.headers['set-cookie'][0], /=; Path=\/nova\/;.*Max-Age=0$/);
});

test('a page that came without TLS gets a cookie that it can send back', async () => {
  const { set } = await signIn(replicas[0].origin, token, { headers: { Origin: replicas[0].origin.slice(0, -1) } });
  assert.doesNotMatch(set, /Secure/);
});

test('names and pages of strangers are refused behind it, too', async () => {
  assert.equal((await ask('api/mcp', { headers: { ...bearer(token), Host: 'stranger.example' } })).status, 421);
  assert.equal((await ask('api/mcp', { headers: { ...bearer(token), Origin: 'https://stranger.example' } })).status, 403);
  assert.equal((await ask('api/mcp')).status, 401);
  assert.equal((await call(`${origin}:${nginx.port}/api/mcp`, nginx.by())).status, 404, 'there is nothing outside the path');
});

test('a revision is asked for and checked through it, at whichever replica', async () => {
  const headers = bearer(token);
  const [here, there] = await Promise.all(replicas.map(callerOf));
  const { etag } = (await ask('api/mcp/notion', { from: here, headers })).headers;
  const put = (from, match) => ask('api/mcp/notion/toggle', { from, method: 'PUT', headers: { ...headers, 'If-Match': match } });
  const before = readCatalog(world);
  assert.equal((await put(there, etag)).status, 200);
  assert.notEqual(readCatalog(world), before);
  assert.equal((await put(here, etag)).status, 412);
});

test('the id of a request in the log of nginx is the one in the answer', async () => {
  const answer = await ask('health', { headers: { 'X-Request-ID': 'of-a-stranger' } });
  assert.match(answer.headers['x-request-id'], /^[0-9a-f]{32}$/);
});

test('a body that is too large is refused by Nova in its own words; far above that by nginx', async () => {
  const put = (bytes) =>
    ask('api/prompt', {
      method: 'PUT',
      headers: { ...bearer(token), 'Content-Type': 'text/markdown', 'If-Match': '*' },
      body: 'x'.repeat(bytes),
    });
  const nova = await put(1024 * 1024 + 1);
  assert.deepEqual([nova.status, nova.headers['content-type']], [413, 'application/problem+json']);
  assert.equal((await put(2 * 1024 * 1024 + 1)).status, 413);
});

test('WebSockets come through, and hear what another replica is told', async () => {
  const [listening, told] = replicas;
  const options = { headers: { ...bearer(token), Origin: origin } };
  const listener = await Listener.open(nginx.address, nginx.by({ ...options, from: await callerOf(listening) }));
  assert.equal(listener.epoch, (await listening.state()).epoch);
  const said = await ask('ws/broadcast', {
    from: await callerOf(told),
    method: 'POST',
    headers: bearer(token),
    json: { type: 'task_updated', data: { task: { id: 'said', status: 'running', title: 'Said' } } },
  });
  assert.equal(said.status, 200, said.body);
  await listener.hear('task_updated', ({ task }) => task.id === 'said');

  await assert.rejects(Listener.open(nginx.address, nginx.by({ headers: { Origin: origin } })), /closed with 4401/);
  await listener.close();
});

test('one save is told once to the clients of replicas on the same files', async () => {
  const listeners = await Promise.all(
    replicas.map(async (replica) =>
      Listener.open(nginx.address, nginx.by({ headers: bearer(token), from: await callerOf(replica) })),
    ),
  );
  const put = await ask('api/mcp/search/toggle', { method: 'PUT', headers: bearer(token) });
  assert.equal(put.status, 200);
  for (const listener of listeners) await listener.hear('mcp_toggled', ({ name }) => name === 'search');
  // What is said later at each replica comes behind whatever was still on its way.
  for (const { origin: at, number } of replicas) {
    await call(`${at}ws/broadcast`, {
      method: 'POST',
      headers: bearer(token),
      json: { type: 'task_updated', data: { task: { id: `end-${number}`, status: 'running', title: 'End' } } },
    });
    for (const listener of listeners) await listener.hear('task_updated', ({ task }) => task?.id === `end-${number}`);
  }
  for (const listener of listeners) {
    const ids = listener.events().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    await listener.close();
  }
});

test('restarting one replica after the other refuses nobody, and WebSockets go on at another', async () => {
  const from = await Promise.all(replicas.map(callerOf));
  const options = { headers: bearer(token) };
  const statuses = new Map();
  let going = true;
  const agent = new Agent({ keepAlive: true });
  const callers = from.map(async (address) => {
    while (going) {
      const { status } = await ask('api/mcp', { from: address, agent, ...options });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  try {
    for (const [at, replica] of replicas.entries()) {
      const listener = await Listener.open(nginx.address, nginx.by({ ...options, from: from[at] }));
      assert.equal(await replica.end('SIGTERM'), 0);
      assert.equal(await listener.closed, 1001);
      const again = await Listener.open(nginx.address, nginx.by({ ...options, from: from[at] }));
      assert.notEqual(again.epoch, listener.epoch);
      await again.close();
      await replica.start();
      const count = statuses.get(200);
      await until('more answers', () => statuses.get(200) > count + 20);
    }
  } finally {
    going = false;
    await Promise.all(callers);
    agent.destroy();
  }
  assert.deepEqual([...statuses.keys()], [200], `${[...statuses]}`);
});

test('a replica that was killed is passed over; with none left nginx says so, and all is well when they are back', async () => {
  const from = await Promise.all(replicas.map(callerOf));
  const statusAt = async (address) => (await ask('api/mcp', { from: address, headers: bearer(token) })).status;
  await replicas[0].end('SIGKILL');
  for (const address of from) assert.equal(await statusAt(address), 200);
  await replicas[1].end('SIGKILL');
  assert.equal(await statusAt(from[0]), 502);
  await Promise.all(replicas.map((replica) => replica.start()));
  for (const address of from) assert.equal(await statusAt(address), 200);
});

test('nginx had nothing to be alarmed about', () => {
  assert.doesNotMatch(nginx.child.output, /\[(alert|emerg)\]/);
});
