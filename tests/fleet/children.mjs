// Programs that a test starts, the folder it does so in, and waiting for what they do.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.NOVA_SETTINGSD ?? join(project, 'build/release/bin/nova-settingsd');

/** A folder that other users may look into, as those of a machine. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'nova-fleet-'));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What somebody waits for will not come: the program has ended. */
export class Ended extends Error {}

/** Asks until the answer is a true one, and gives that. A failure counts as none. */
export async function until(what, ask) {
  const deadline = Date.now() + 15_000;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      if (error instanceof Ended) throw error;
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`${what}: not within 15 s; at last ${last}`);
    await setTimeout(20);
  }
}

/** A port that nobody has on any address of the loopback. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A program that runs beside the test. What it says is kept. */
export class Child {
  output = '';

  constructor(command, args, options = {}) {
    const { input, ...others } = options;
    this.process = spawn(command, args, { stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], ...others });
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => (this.output += text));
    this.process.on('error', (error) => (this.output += error));
    if (input !== undefined) this.process.stdin.end(input);
    this.ended = new Promise((resolve) => this.process.on('close', (code, signal) => resolve(signal ?? code)));
  }

  get isOver() {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  mustRun() {
    if (this.isOver) throw new Ended(`it ended and said:\n${this.output}`);
  }

  /** The number it exits with, or the signal's name. */
  end(signal = 'SIGTERM') {
    this.process.kill(signal);
    return this.ended;
  }
}
