// The demo itself, with the headless program: shows what it promises, and leaves nothing behind.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = process.env.NOVA_SETTINGSD ?? here('../build/release/bin/nova-settingsd');

/** Within a minute a newcomer has seen every state. */
const patience = 60_000;

const states = {
  calendar: 'healthy',
  notes: 'healthy',
  files: 'healthy',
  search: 'healthy',
  photos: 'degraded',
  tickets: 'auth_required',
  mail: 'misconfigured',
  archive: 'incompatible',
  wiki: 'not_mcp',
  printer: 'unreachable',
  books: 'disabled',
};

async function until(holds, what) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await holds();
    if (found) return found;
    assert.ok(Date.now() < deadline, `not within ${patience / 1000} s: ${what()}`);
    await setTimeout(50);
  }
}

class Demo {
  output = '';

  async start() {
    const options = { stdio: ['ignore', 'pipe', 'pipe'] };
    this.child = spawn(process.execPath, [here('demo.mjs'), program], options);
    this.ended = once(this.child, 'exit');
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (text) => (this.output += text));
    const link = await until(
      () => {
        assert.equal(this.child.exitCode, null, this.output);
        return /^Open (http:\S+)#login=/m.exec(this.output);
      },
      () => this.output,
    );
    this.origin = new URL(link[1]).origin;
    this.folder = /^The demo is in ([^;]+);/m.exec(this.output)[1];
  }

  call(path, method = 'GET') {
    const token = readFileSync(join(this.folder, 'state/token'), 'utf8').trim();
    return new Promise((resolve, reject) => {
      const asked = request(`${this.origin}${path}`, { method, headers: { Authorization: `Bearer ${token}` } });
      asked.on('response', async (response) => {
        let body = '';
        for await (const text of response.setEncoding('utf8')) body += text;
        if (response.statusCode === 200) resolve(JSON.parse(body));
        else reject(new Error(`${path}: ${response.statusCode} ${body}`));
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  async states() {
    const { servers } = await this.call('/api/mcp');
    return Object.fromEntries(servers.map(({ name, health }) => [name, health.status]));
  }

  /** Waits until the server has this status. */
  async becomes(name, status) {
    let found;
    await until(
      async () => (found = (await this.states())[name]) === status,
      () => `${name} is ${found}, not ${status}`,
    );
  }

  /** The processes that were started for it and are still there: each has its folder or one of its files to its name. */
  processes() {
    const parts = [this.folder, ...['servers.mjs', 'files_server.mjs'].map(here)];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && this.pids.includes(Number(name)))
      .filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
            .split('\0')
            .some((word) => parts.includes(word));
        } catch {
          return false;
        }
      });
  }

  /** Notes who its children are: they are nobody's children once it is gone. */
  noteChildren() {
    const { pid } = this.child;
    this.pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  }
}

describe('the demo', { concurrency: true }, () => {
  const demo = new Demo();
  before(() => demo.start());
  after(async () => {
    demo.child.kill('SIGTERM');
    await demo.ended;
  });

  for (const [name, status] of Object.entries(states)) test(`${name} is ${status}`, () => demo.becomes(name, status));

  test('the weather comes and goes', async () => {
    for (const status of ['healthy', 'unreachable', 'healthy']) await demo.becomes('weather', status);
  });

  test('a service is restarted', async () => {
    await demo.becomes('files', 'healthy');
    const restart = demo.call('/api/admin/restart/demo_service', 'POST');
    await demo.becomes('files', 'unreachable');
    const { exit_code: code, stderr } = await restart;
    assert.equal(code, 0, stderr);
    assert.match(stderr, /Restarting\n.*Stopped\n.*Starting\n.*Started\n$/);
    await demo.becomes('files', 'healthy');
  });

  test('tasks are done, and fail', async () => {
    let counts;
    const all = ['pending', 'running', 'completed', 'failed'];
    const seen = new Set();
    await until(
      async () => {
        ({ counts } = await demo.call('/api/tasks'));
        for (const status of all) if (counts[status] > 0) seen.add(status);
        return seen.size === all.length;
      },
      () => JSON.stringify(counts),
    );
  });
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'])
  test(`nothing is left after ${signal}`, async () => {
    const demo = new Demo();
    await demo.start();
    demo.noteChildren();
    assert.equal(demo.processes().length, 3);
    demo.child.kill(signal);
    const [code] = await demo.ended;
    assert.equal(code, signal === 'SIGKILL' ? null : 0, demo.output);
    const what = () => `${demo.processes()} and ${demo.folder}`;
    await until(() => demo.processes().length === 0 && !existsSync(demo.folder), what);
  });

test('it ends with Nova', async () => {
  const demo = new Demo();
  await demo.start();
  demo.noteChildren();
  const nova = demo.processes().find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(program));
  process.kill(Number(nova), 'SIGTERM');
  assert.deepEqual(await demo.ended, [0, null], demo.output);
  assert.ok(!existsSync(demo.folder));
  assert.deepEqual(demo.processes(), []);
});

test('a program that is not there', async () => {
  const child = spawn(process.execPath, [here('demo.mjs'), here('no-such-program')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let problems = '';
  child.stderr.on('data', (text) => (problems += text));
  const [code] = await once(child, 'close');
  assert.equal(code, 1);
  assert.match(problems, /ENOENT/);
});
