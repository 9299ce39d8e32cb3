// A nova-settingsd of the test's own: on copies of configs/ and prompts/ in a temporary folder, on a free port.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.NOVA_SETTINGSD ?? join(project, 'build/release/bin/nova-settingsd');

export class Nova {
  #child;
  #log = '';

  /** `env`: variables that it has beside those of the test. */
  constructor(env = {}) {
    this.env = env;
    /** What it is started with; undefined for a free port. */
    this.flags = undefined;
    this.root = mkdtempSync(join(tmpdir(), 'nova-browser-'));
    this.stateDir = join(this.root, 'state');
    this.catalog = join(this.root, 'configs/mcp_servers.yaml');
    this.prompt = join(this.root, 'prompts/NOVA_SYSTEM_PROMPT.md');
    cpSync(join(project, 'configs/mcp_servers.yaml'), this.catalog);
    cpSync(join(project, 'prompts/NOVA_SYSTEM_PROMPT.md'), this.prompt);
  }

  static async start(env) {
    const nova = new Nova(env);
    await nova.start();
    return nova;
  }

  /** Starts it, the second time on the same port; ready when it has printed its link. */
  async start() {
    const port = this.origin ? new URL(this.origin).port : '0';
    const folders = ['--root', this.root, '--state-dir', this.stateDir];
    const child = spawn(program, [...folders, ...(this.flags ?? ['--port', port])], {
      env: { NOVA_HEALTH_INTERVAL_S: '0', ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (text) => (this.#log += text));
    const link = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /^Open (https?:\/\/\S+#login=\S+)/.exec(line);
        if (found) resolve(found[1]);
      });
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${this.#log}`)));
    });
    this.link = link;
    this.origin = new URL(link).origin;
  }

  /** Ends it at once, as a crash would. */
  async kill() {
    await this.#end('SIGKILL');
  }

  async stop() {
    await this.#end('SIGTERM');
    rmSync(this.root, { recursive: true, force: true });
  }

  token() {
    return execFileSync(program, ['token', '--root', this.root, '--state-dir', this.stateDir], {
      encoding: 'utf8',
    }).trim();
  }

  readCatalog() {
    return readFileSync(this.catalog, 'utf8');
  }

  writeCatalog(text) {
    writeFileSync(this.catalog, text);
  }

  /** As a person with a shell would: in place, which for sed is a new file under the old name. */
  sed(file, script) {
    execFileSync('sed', ['-i', script, file]);
  }

  async #end(signal) {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
