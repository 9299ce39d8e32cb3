// What a nova-settingsd takes on this machine: memory, processor time, descriptors, disk and traffic to Redis.
// The figures in docs/operations/sizing.md come from here.
//
//   node docs/tools/sizing.mjs PROGRAM [servers | clients | redis | log]
//
// Everything is on the loopback and in a folder that goes away. Processor time is the process's own, as /metrics tells
// it, so it says the same on a machine that does other things, too.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [program, only] = process.argv.slice(2);
if (!program) {
  console.error('Usage: node docs/tools/sizing.mjs PROGRAM [servers | clients | redis | log]');
  process.exit(2);
}

const port = 18765;
const origin = `http://127.0.0.1:${port}`;

/** An MCP server of revision 2026-07-28 with ten tools, at as many loopback addresses as asked for. */
class Servers {
  static port = 18700;
  #listening = [];

  static address(index) {
    return `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;
  }

  async listen(count) {
    const tools = Array.from({ length: 10 }, (_, index) => ({ name: `tool-${index}`, inputSchema: { type: 'object' } }));
    const results = {
      'server/discover': { supportedVersions: ['2026-07-28'], capabilities: { tools: {} } },
      'tools/list': { tools },
    };
    const answer = async (request, response) => {
      let text = '';
      for await (const piece of request) text += piece;
      const { id, method } = JSON.parse(text);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ jsonrpc: '2.0', id, result: results[method] }));
    };
    for (let index = 0; index < count; index++) {
      const server = createServer(answer).listen(Servers.port, Servers.address(index));
      await once(server, 'listening');
      this.#listening.push(server);
    }
  }

  close() {
    for (const server of this.#listening) {
      server.close();
      server.closeAllConnections();
    }
  }
}

class Nova {
  constructor(servers, environment = {}) {
    this.root = mkdtempSync(join(tmpdir(), 'nova-sizing-'));
    this.state = join(this.root, 'state');
    mkdirSync(join(this.root, 'configs'));
    mkdirSync(join(this.root, 'prompts'));
    const entry = (_, index) =>
      `server-${index}:\n  url: http://${Servers.address(index)}:${Servers.port}/mcp\n  description: One of many\n`;
    writeFileSync(join(this.root, 'configs/mcp_servers.yaml'), Array.from({ length: servers }, entry).join('\n'));
    writeFileSync(join(this.root, 'prompts/NOVA_SYSTEM_PROMPT.md'), '# Prompt\n');
    this.environment = environment;
  }

  async start() {
    this.child = spawn(program, ['--root', this.root, '--state-dir', this.state, '--port', String(port)], {
      stdio: 'ignore',
      env: { ...process.env, ...this.environment },
    });
    for (let tries = 0; ; tries++) {
      const answer = await fetch(`${origin}/health`).catch(() => undefined);
      if (answer?.ok) break;
      if (tries > 300 || this.child.exitCode !== null) throw new Error(`${program} does not answer`);
      await sleep(50);
    }
    const places = ['--root', this.root, '--state-dir', this.state];
    this.token = execFileSync(program, [...places, 'token'], { encoding: 'utf8' }).trim();
    return this;
  }

  call(path, options = {}) {
    return fetch(origin + path, {
      ...options,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
    });
  }

  /** The figures of /metrics that matter here. */
  async figures() {
    const text = await (await this.call('/metrics')).text();
    const values = new Map();
    for (const line of text.split('\n')) {
      const found = /^([a-z_]+(?:\{[^}]*\})?) ([\d.e+-]+)$/.exec(line);
      if (found) values.set(found[1], Number(found[2]));
    }
    return {
      rss: values.get('process_resident_memory_bytes'),
      cpu: values.get('process_cpu_seconds_total'),
      files: values.get('process_open_fds'),
      healthy: values.get('nova_servers_health{status="healthy"}') ?? 0,
    };
  }

  async stop() {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}

const mb = (bytes) => (bytes / 1e6).toFixed(1);
const broadcast = (nova) =>
  nova.call('/ws/broadcast', {
    method: 'POST',
    body: JSON.stringify({ type: 'task_updated', data: { counts: { pending: 3, running: 1 } } }),
  });

/** Servers, each asked every 15 s for a minute. */
async function servers() {
  console.log('servers | memory MB | CPU s in 60 s | descriptors | history bytes after a minute');
  for (const count of [0, 10, 100, 1000]) {
    const crowd = new Servers();
    await crowd.listen(count);
    const nova = await new Nova(count).start();
    while ((await nova.figures()).healthy < count) await sleep(200);
    const before = await nova.figures();
    await sleep(60_000);
    const after = await nova.figures();
    await nova.stop();
    const history = count ? statSync(join(nova.state, 'health-history')).size : 0;
    console.log([count, mb(after.rss), (after.cpu - before.cpu).toFixed(2), after.files, history].join(' | '));
    crowd.close();
    nova.remove();
  }
}

/** A WebSocket client that reads and says nothing: just enough of RFC 6455 for that. */
async function listen(token) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const key = Buffer.alloc(16, 7).toString('base64');
  socket.write(
    `GET /ws/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  );
  await once(socket, 'data');
  socket.on('data', (bytes) => {
    // A ping of the server is answered, or it would let the client go.
    if (bytes[0] === 0x89) socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
  });
  socket.on('error', () => {});
  return socket;
}

/** Clients that listen: idle for 30 s, then 1,000 events. */
async function clients() {
  console.log('clients | memory MB | CPU s in 30 s idle | CPU s for 1,000 events | descriptors');
  for (const count of [0, 100, 1000, 5000]) {
    const nova = await new Nova(10, { NOVA_HEALTH_INTERVAL_S: '0' }).start();
    const sockets = [];
    while (sockets.length < count)
      sockets.push(...(await Promise.all(Array.from({ length: 50 }, () => listen(nova.token)))));
    const idle = await nova.figures();
    await sleep(30_000);
    const before = await nova.figures();
    for (let event = 0; event < 1000; event++) await broadcast(nova);
    const after = await nova.figures();
    console.log(
      [count, mb(after.rss), (before.cpu - idle.cpu).toFixed(2), (after.cpu - before.cpu).toFixed(2), after.files].join(
        ' | ',
      ),
    );
    for (const socket of sockets) socket.destroy();
    await nova.stop();
    nova.remove();
  }
}

/** What a redis-server of its own counts while nothing, and then 1,000 events, happen. */
async function redis() {
  const folder = mkdtempSync(join(tmpdir(), 'nova-sizing-redis-'));
  const server = spawn('redis-server', ['--port', '16379', '--bind', '127.0.0.1', '--dir', folder, '--save', ''], {
    stdio: 'ignore',
  });
  const ask = (...words) => execFileSync('redis-cli', ['-p', '16379', ...words], { encoding: 'utf8' });
  for (;;) {
    try {
      if (ask('ping').startsWith('PONG')) break;
    } catch {
      await sleep(50);
    }
  }
  const traffic = () => {
    const text = ask('info', 'stats');
    return ['total_net_input_bytes', 'total_net_output_bytes'].map((name) =>
      Number(new RegExp(`${name}:(\\d+)`).exec(text)[1]),
    );
  };
  const nova = await new Nova(1, { NOVA_REDIS_URL: 'redis://127.0.0.1:16379', NOVA_HEALTH_INTERVAL_S: '0' }).start();
  while (!(await nova.call('/api/health/redis')).ok) await sleep(50);
  const first = traffic();
  await sleep(30_000);
  const idle = traffic();
  for (let event = 0; event < 1000; event++) await nova.call('/api/mcp/server-0/toggle', { method: 'PUT' });
  while (Number((await (await nova.call('/api/health/redis')).json()).waiting) > 0) await sleep(20);
  const after = traffic();
  const memory = ask('memory', 'usage', 'nova_events:recent').trim();
  console.log('redis: bytes to and from it in 30 s without events | for 1,000 switches | bytes of the stream');
  const between = (a, b) => a.map((value, index) => b[index] - value).join(' + ');
  console.log([between(first, idle), between(idle, after), memory].join(' | '));
  await nova.stop();
  nova.remove();
  const gone = once(server, 'exit');
  server.kill();
  await gone;
  rmSync(folder, { recursive: true, force: true });
}

/** The log's lines: a change over the API is two of them. */
async function log() {
  const nova = await new Nova(10, { NOVA_HEALTH_INTERVAL_S: '0' }).start();
  const path = join(nova.state, 'nova-settings.log');
  const size = () => statSync(path).size;
  const start = size();
  for (let change = 0; change < 200; change++) await nova.call('/api/mcp/server-0/toggle', { method: 'PUT' });
  const changed = size();
  for (let read = 0; read < 200; read++) await nova.call('/api/mcp');
  console.log('log: bytes at the start | for each change over the API | for each successful GET');
  console.log([start, (changed - start) / 200, (size() - changed) / 200].join(' | '));
  await nova.stop();
  const kept = execFileSync('du', ['-sb', join(nova.root, 'configs/backups')], { encoding: 'utf8' }).split('\t')[0];
  console.log(`backups: ${kept} bytes after 200 changes of a catalog of 10 servers`);
  nova.remove();
}

for (const [name, measure] of Object.entries({ servers, clients, redis, log }))
  if (!only || only === name) await measure();
