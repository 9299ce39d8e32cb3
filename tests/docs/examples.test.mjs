// The example programs against a real nova-settingsd, the unhappy sides included.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { Nova } from '../browser/nova.mjs';
import { project } from './pages.mjs';

/** What is between a program and Nova, and can cut every connection. */
class Door {
  #sockets = new Set();

  async open() {
    this.server = createServer((here) => {
      const there = connect(new URL(nova.origin).port, '127.0.0.1');
      for (const [one, other] of [
        [here, there],
        [there, here],
      ]) {
        this.#sockets.add(one);
        one.pipe(other).on('error', () => {});
        one.on('close', () => {
          other.destroy();
          this.#sockets.delete(one);
        });
      }
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  cut() {
    for (const socket of this.#sockets) socket.destroy();
  }

  close() {
    this.cut();
    this.server.close();
  }
}

const running = new Set();
let door;
let nova;
let token;

before(async () => {
  door = await new Door().open();
  nova = await Nova.start({ NOVA_SERVER_ALLOWED_HOSTS: new URL(door.origin).host });
  token = nova.token();
});
after(async () => {
  // A test that ran out of time has not ended its program, and its pipes would keep this one.
  for (const child of running) child.kill('SIGKILL');
  door?.close();
  await nova?.stop();
});

/** Debian's Python, which has Debian's packages. */
const kinds = {
  python: (name) => ['/usr/bin/python3', join(project, 'docs/examples/python', `${name}.py`)],
  javascript: (name) => [process.execPath, join(project, 'docs/examples/javascript', `${name}.mjs`)],
};

function start(kind, name, words, environment = {}) {
  const [program, ...first] = kinds[kind](name);
  const child = spawn(program, [...first, ...words], {
    env: { ...process.env, NOVA_URL: nova.origin, NOVA_TOKEN: token, PYTHONDONTWRITEBYTECODE: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

async function run(...how) {
  const child = start(...how);
  const result = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) child[stream].on('data', (text) => (result[stream] += text));
  [result.code] = await once(child, 'close');
  return result;
}

/** The lines of a program that goes on, one after the other. */
class Lines {
  constructor(stream) {
    this.lines = createInterface({ input: stream })[Symbol.asyncIterator]();
  }

  /** The next one that is wanted. */
  async next(isWanted) {
    for (;;) {
      const { value, done } = await this.lines.next();
      assert.ok(!done, 'it ended');
      if (isWanted(value)) return value;
    }
  }
}

async function call(method, path, body) {
  const answer = await fetch(nova.origin + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
}

/** A program listens from some time on: servers are switched until it has heard of one. */
async function toggleUntil(heard) {
  let isHeard = false;
  const noted = heard.finally(() => (isHeard = true));
  while (!isHeard) await call('PUT', '/api/mcp/calendar/toggle');
  await noted;
}

for (const kind of Object.keys(kinds)) {
  test(`${kind}: lists servers with their health`, async () => {
    const { stdout, code } = await run(kind, 'list_servers', []);
    assert.equal(code, 0);
    assert.match(stdout, /^gmail +\w+ +\S/m);
    assert.equal(stdout.trim().split('\n').length, (await call('GET', '/api/mcp')).servers.length);
  });

  test(`${kind}: switches a server, and says when there is nothing to do`, async () => {
    await call('PUT', '/api/mcp/gmail/toggle', { enabled: true });
    assert.match((await run(kind, 'toggle_server', ['gmail', 'off'])).stdout, /gmail is off now/);
    assert.equal((await call('GET', '/api/mcp/gmail')).enabled, false);
    assert.match((await run(kind, 'toggle_server', ['gmail', 'off'])).stdout, /gmail is off already/);
  });

  test(`${kind}: looks again where somebody else was quicker`, async () => {
    await call('PUT', '/api/mcp/gmail/toggle', { enabled: true });
    const statuses = [];
    // Between what a program saw and its change, somebody else changes the same server.
    const front = createHttpServer(async ({ method, url, headers }, response) => {
      if (method === 'PUT' && statuses.length === 0)
        await call('PATCH', '/api/mcp/gmail', { description: `Changed for ${kind}` });
      const { authorization, 'if-match': revision, 'content-type': type } = headers;
      const given = Object.entries({ authorization, 'if-match': revision, 'content-type': type });
      const answer = await fetch(nova.origin + url, {
        method,
        headers: given.filter(([, value]) => value),
        body: method === 'PUT' ? '{"enabled":false}' : undefined,
      });
      if (method === 'PUT') statuses.push(answer.status);
      response.writeHead(answer.status, { etag: answer.headers.get('etag') ?? '', 'content-type': 'application/json' });
      response.end(await answer.text());
    });
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
    try {
      const address = `http://127.0.0.1:${front.address().port}`;
      const { stdout } = await run(kind, 'toggle_server', ['gmail', 'off'], { NOVA_URL: address });
      assert.match(stdout, /gmail is off now/);
      assert.deepEqual(statuses, [412, 200]);
    } finally {
      front.close();
      front.closeAllConnections?.(); // Node.js 18.2 and later.
    }
  });

  test(`${kind}: says what went wrong`, async () => {
    const missing = await run(kind, 'toggle_server', ['no-such-server', 'on']);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /refused it \(404\): .*no-such-server/);
    const stranger = await run(kind, 'list_servers', [], { NOVA_TOKEN: 'wrong' });
    assert.equal(stranger.code, 1);
    assert.match(stranger.stderr, /refused it \(4(01|29)\)/);
    const nobody = await run(kind, 'list_servers', [], { NOVA_URL: 'http://127.0.0.1:9' });
    assert.equal(nobody.code, 1);
    assert.match(nobody.stderr, /cannot be reached/);
    assert.match((await run(kind, 'toggle_server', [])).stderr, /toggle_server/);
  });

  test(`${kind}: reports tasks`, async () => {
    const { stdout, code } = await run(kind, 'report_tasks', ['pending=3', 'running=1']);
    assert.equal(code, 0);
    assert.match(stdout, /^event \d+, delivered to \d+$/m);
    const { counts } = await call('GET', '/api/tasks');
    assert.deepEqual([counts.pending, counts.running], [3, 1]);
    assert.equal((await run(kind, 'report_tasks', ['t-1', 'running', 'A title'])).code, 0);
  });

  test(`${kind}: follows events, also over a restart of Nova`, { timeout: 20_000 }, async () => {
    const child = start(kind, 'follow_events', []);
    const [out, err] = [new Lines(child.stdout), new Lines(child.stderr)];
    const isToggle = (enabled) => (line) => {
      const event = JSON.parse(line);
      return event.type === 'mcp_toggled' && event.data.enabled === enabled;
    };
    try {
      await toggleUntil(out.next((line) => JSON.parse(line).type === 'mcp_toggled'));
      await nova.kill();
      await err.next((line) => /connection was lost/i.test(line));
      await nova.start();
      // Another start of the program: the whole state comes instead of what was missed.
      await out.next((line) => JSON.parse(line).type === 'resync');
      await call('PUT', '/api/mcp/calendar/toggle', { enabled: true });
      await call('PUT', '/api/mcp/calendar/toggle', { enabled: false });
      await out.next(isToggle(false));
    } finally {
      child.kill('SIGKILL');
    }
  });
}

for (const kind of Object.keys(kinds))
  test(`${kind}: goes on without a gap where the connection alone is lost`, { timeout: 20_000 }, async () => {
    const child = start(kind, 'follow_events', [], { NOVA_URL: door.origin });
    const [out, err] = [new Lines(child.stdout), new Lines(child.stderr)];
    const seen = [];
    const note = (line) => seen.push(JSON.parse(line).seq);
    try {
      await toggleUntil(out.next(note));
      door.cut();
      await err.next((line) => /connection was lost/i.test(line));
      await call('PUT', '/api/mcp/gmail/toggle');
      await call('PUT', '/api/mcp/gmail/toggle');
      const { seq } = await call('GET', '/api/state');
      await out.next((line) => note(line) && seen.at(-1) >= seq);
      seen.forEach((value, index) => assert.equal(value, seen[0] + index));
    } finally {
      child.kill('SIGKILL');
    }
  });
