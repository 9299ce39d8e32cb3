// The Compose service of the demo: a program that is ended and started again when compose.mjs asks for it.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';

const program = fileURLToPath(new URL('files_server.mjs', import.meta.url));

export class Service {
  #name;
  #child;
  #control;

  constructor(name) {
    this.#name = name;
  }

  async start() {
    const child = fork(program, [String(this.port ?? 0)], { execArgv: [] });
    this.#child = child;
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${program} did not start`)));
    [{ port: this.port }] = await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => {}); // From now on it may.
  }

  async stop() {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Waits on a socket in the file system for «restart <service>», and tells what it does, a line of JSON each. */
  async listen(path) {
    this.#control = createServer((socket) => {
      socket.on('error', () => {}); // Who asked has gone; the restart goes on.
      const say = (message) => socket.write(`${JSON.stringify(message)}\n`);
      createInterface({ input: socket }).once('line', async (line) => {
        const code = await this.#restart(line, say).catch((error) => {
          say({ line: `Error: ${error.message}` });
          return 1;
        });
        say({ code });
        socket.end();
      });
    });
    this.#control.listen(path);
    await once(this.#control, 'listening');
  }

  async close() {
    this.#control?.close();
    await this.stop();
  }

  async #restart(request, say) {
    if (request !== `restart ${this.#name}`) {
      say({ line: `no such service: ${request.replace(/^\S+ ?/, '')}` });
      return 1;
    }
    const tell = (what) => say({ line: ` Container demo-${this.#name}-1  ${what}` });
    tell('Restarting');
    await setTimeout(300);
    await this.stop();
    tell('Stopped');
    await setTimeout(800); // Long enough to be seen.
    tell('Starting');
    await this.start();
    tell('Started');
    return 0;
  }
}
