// Several Novas on the same files of one machine, with one token and one Redis: what a proxy has behind it.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bearer, call } from './calls.mjs';
import { Child, freePort, program, project, until } from './children.mjs';
import { name, origin } from './nginx.mjs';

export const token = 'a-token-that-all-replicas-read-from-one-file';

export class Replica {
  /** `world`: { folder, redis }. */
  constructor(world, number, port) {
    Object.assign(this, { world, number, host: `127.0.1.${number}`, port });
    this.address = `${this.host}:${port}`;
    this.origin = `http://${this.address}/`;
  }

  async start() {
    const { folder, redis } = this.world;
    const folders = ['--root', join(folder, 'root'), '--state-dir', join(folder, `state-${this.number}`)];
    this.child = new Child(program, [...folders, '--host', this.host, '--port', String(this.port)], {
      env: {
        PATH: process.env.PATH,
        NOVA_SERVER_TOKEN_FILE: join(folder, 'token'),
        NOVA_SERVER_ALLOWED_HOSTS: name,
        NOVA_SERVER_ALLOWED_ORIGINS: origin,
        NOVA_REDIS_URL: redis.url,
        NOVA_HEALTH_INTERVAL_S: '0',
      },
    });
    await until(`replica ${this.number}; it says\n${this.child.output}`, async () => {
      this.child.mustRun();
      return (await call(`${this.origin}ready`)).status === 200;
    });
  }

  /** The code of its link that signs in once; it alone knows it. */
  get loginCode() {
    return /#login=(\S+)/.exec(this.child.output)[1];
  }

  async state() {
    return (await call(`${this.origin}api/state`, { headers: bearer(token) })).json();
  }

  end(signal) {
    return this.child.end(signal);
  }
}

/** Writes the files, and starts so many replicas. */
export async function startReplicas(world, count) {
  const root = join(world.folder, 'root');
  mkdirSync(root);
  for (const folder of ['configs', 'prompts']) cpSync(join(project, folder), join(root, folder), { recursive: true });
  writeFileSync(join(world.folder, 'token'), `${token}\n`, { mode: 0o600 });
  const port = await freePort();
  const replicas = Array.from({ length: count }, (_, index) => new Replica(world, index + 1, port));
  await Promise.all(replicas.map((replica) => replica.start()));
  return replicas;
}

export const readCatalog = (world) => readFileSync(join(world.folder, 'root/configs/mcp_servers.yaml'), 'utf8');
