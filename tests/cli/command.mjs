// @ts-check
// The program as a command, and what came of it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { program } from '../browser/nova.mjs';

export { program };

/** Waits for a condition that nobody tells of. */
export async function until(condition, what) {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export class Command {
  out = '';
  errors = '';

  /** `options`: { env, cwd, input }. */
  constructor(words, options = {}) {
    this.child = spawn(program, words, {
      cwd: options.cwd,
      env: { ...process.env, NOVA_CONNECT_TOKEN: '', ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdout.setEncoding('utf8').on('data', (text) => (this.out += text));
    this.child.stderr.setEncoding('utf8').on('data', (text) => (this.errors += text));
    this.child.stdin.on('error', () => {});
    this.child.stdin.end(options.input ?? '');
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      this.code = code ?? signal;
      return this;
    });
  }

  get lines() {
    return this.out.split('\n').slice(0, -1);
  }

  get json() {
    return JSON.parse(this.out);
  }
}

/** A command on the files of this Nova, on the port where it runs or on one where nobody does. */
export function wordsFor(nova, words, port = nova.origin ? new URL(nova.origin).port : '1') {
  return ['--root', nova.root, '--state-dir', nova.stateDir, '--port', port, ...words];
}

/** Runs it to its end. */
export function run(nova, words, options = {}) {
  return new Command(wordsFor(nova, words, options.port), options).ended;
}
