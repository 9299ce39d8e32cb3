// A Redis of the test's own, with a password, on the loopback.

import { Child, freePort, until } from './children.mjs';

export class Redis {
  password = 'p@ss:word/1';

  static async start(folder) {
    const redis = new Redis();
    redis.folder = folder;
    redis.port = await freePort();
    await redis.start();
    return redis;
  }

  get url() {
    return `redis://:${encodeURIComponent(this.password)}@127.0.0.1:${this.port}/0`;
  }

  /** The second time on the same port. */
  async start() {
    const lines = { bind: '127.0.0.1', port: this.port, dir: this.folder, requirepass: this.password, save: '""' };
    const input = Object.entries(lines).map((pair) => pair.join(' ')).join('\n');
    this.child = new Child('redis-server', ['-'], { input });
    await until('Redis', () => this.child.output.includes('Ready to accept connections'));
  }

  end(signal) {
    return this.child.end(signal);
  }
}
