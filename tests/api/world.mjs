// A nova-settingsd of the test's own, called by the operations of the description.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Nova } from '../browser/nova.mjs';
import { send } from './wire.mjs';

const faultLibrary =
  process.env.NOVA_FAULT_LIBRARY ??
  join(dirname(fileURLToPath(import.meta.url)), '../../build/release/tests/fault/libnova_fault_io.so');

/** A script restarts here; one of the names is none that a service can have. */
export const restarts = {
  NOVA_RESTART_ALLOWED_SERVICES: 'demo, slow, failing, --help',
  NOVA_RESTART_COMMAND: `${process.execPath}, ${join(dirname(fileURLToPath(import.meta.url)), 'fake_compose.mjs')}`,
};

export class World {
  #count = 0;

  constructor(nova) {
    this.nova = nova;
  }

  /** `prepare` is given the Nova before it starts. */
  static async start(env, prepare) {
    const nova = new Nova({ ...restarts, ...env });
    prepare?.(nova);
    await nova.start();
    const world = new World(nova);
    world.token = world.nova.token();
    return world;
  }

  /** One whose disk fails when told to by fault(). */
  static async startFaulty() {
    if (!existsSync(faultLibrary)) throw new Error(`${faultLibrary} is missing: build the target nova_fault_io`);
    const nova = new Nova();
    nova.env = { LD_PRELOAD: faultLibrary, NOVA_FAULTS: join(nova.root, 'faults') };
    await nova.start();
    const world = new World(nova);
    world.token = nova.token();
    return world;
  }

  stop() {
    return this.nova.stop();
  }

  get origin() {
    return this.nova.origin;
  }

  get host() {
    return new URL(this.origin).host;
  }

  /** Saving fails with this error number from now on; 0 ends that. */
  fault(errno) {
    const lines = ['configs', 'prompts'].map((folder) => `openat 1 ${errno} ${this.nova.root}/${folder}/*\n`);
    writeFileSync(join(this.nova.root, 'faults'), errno ? lines.join('') : '');
  }

  /** A word that was not used before. */
  unique() {
    this.#count += 1;
    return `word-${this.#count}`;
  }

  /**
   * Calls the operation as its token's owner. `request`: { params, query, headers, json or text and type }. A header
   * that is undefined is left out; one that is a list comes several times.
   */
  call(operation, request = {}) {
    const { params = {}, query, headers = {}, json, text, type = 'application/json' } = request;
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name]));
    const body = json === undefined ? text : JSON.stringify(json);
    const all = {
      Host: this.host,
      Authorization: `Bearer ${this.token}`,
      Connection: 'close',
      ...(body === undefined ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
      ...headers,
    };
    const pairs = Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    const target = query ? `${path}?${new URLSearchParams(query)}` : path;
    return send(this.origin, { method: operation.method, target, headers: pairs, body });
  }

  /** As call(), for the preparation of a test: its answer has to be a success. */
  async succeed(operation, request) {
    const answer = await this.call(operation, request);
    if (answer.status >= 400) throw new Error(`${operation.id}: ${answer.status} ${answer.body}`);
    return answer.body.length ? JSON.parse(answer.body) : undefined;
  }

  /** Puts a folder where the file was: neither read nor replaced. */
  static replaceByFolder(path) {
    rmSync(path);
    mkdirSync(path);
  }
}
