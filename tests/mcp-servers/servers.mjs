// MCP servers that others have made, as programs of their own that a test starts, kills, stops and continues.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));

const patience = 20_000;

/** The file that a package gives for its program. */
export function programOf(name) {
  return createRequire(import.meta.url)
    .resolve(`${name}/package.json`)
    .replace(/package\.json$/, 'dist/index.js');
}

/** The SDKs need Node.js 20 and the conformance tests 22; where an older one runs, the one from npm does it. */
export const newNode =
  parseInt(process.versions.node) >= 22
    ? process.execPath
    : join(here, `node_modules/node-linux-${process.arch}/bin/node`);
if (!existsSync(newNode)) throw new Error(`${newNode} is missing: npm has not installed Node.js 22`);

/** Waits until `holds` gives something true, and gives that. */
export async function until(holds, what) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await holds();
    if (found) return found;
    if (Date.now() > deadline)
      throw new Error(`not within ${patience / 1000} s: ${typeof what === 'function' ? what() : what}`);
    await setTimeout(20);
  }
}

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** What there is to start: a program with its arguments, and the line by which it says that it is there. */
const modern = (options) => ({
  command: (port) => [join(here, 'modern.mjs'), String(port), JSON.stringify(options)],
  ready: 'listening',
});
export const kinds = {
  everything: {
    command: () => [
      '--require',
      join(here, 'loopback.cjs'),
      programOf('@modelcontextprotocol/server-everything'),
      'streamableHttp',
    ],
    ready: 'listening on port',
  },
  'modern only, JSON': modern({ legacy: 'reject', responseMode: 'json' }),
  'modern only, SSE': modern({ legacy: 'reject', responseMode: 'sse' }),
  'both eras, JSON': modern({ responseMode: 'json' }),
  'both eras, SSE': modern({ responseMode: 'sse' }),
};

export class McpServer {
  #child;
  log = '';

  constructor(kind) {
    this.kind = kinds[kind];
  }

  static async start(kind) {
    const server = new McpServer(kind);
    await server.start();
    return server;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/mcp`;
  }

  /** The second time on the same port. */
  async start() {
    this.port ??= await freePort();
    this.log = '';
    const child = spawn(newNode, this.kind.command(this.port), {
      env: { ...process.env, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.log += text));
    await until(
      () => {
        if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${this.log}`);
        return this.log.includes(this.kind.ready);
      },
      () => `the server listens; it said:\n${this.log}`,
    );
  }

  async kill() {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL'); // Ends one that is stopped, too.
    await ended;
  }

  /** It keeps its port and its connections, and says nothing any more. */
  pause() {
    this.#child.kill('SIGSTOP');
  }

  resume() {
    this.#child.kill('SIGCONT');
  }

  /** The sessions that are open, by what the server prints. */
  get openSessions() {
    const ids = (pattern) => [...this.log.matchAll(pattern)].map((found) => found[1]);
    const closed = ids(/^Transport closed for session ([^\s,]+)/gm);
    return ids(/^Session initialized with ID: (\S+)/gm).filter((id) => !closed.includes(id));
  }

  get sessions() {
    return this.log.match(/^Session initialized/gm)?.length ?? 0;
  }
}
