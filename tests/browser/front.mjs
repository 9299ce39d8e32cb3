// What may stand between a browser and Nova: a proxy at an address of its own, perhaps under a path, that can go deaf,
// say that Nova is away, or be gone. It speaks to Nova under Nova's own name, as a proxy has to.

import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';

const webDir = process.env.NOVA_WEB_DIR;

export class Front {
  #server;
  #sockets = new Set();
  #files = new Map();
  #deaf = false;
  /** Answers everything with this status itself. */
  status = 0;
  /** What it makes of some files on their way: by path, from text to text. */
  rewrites = {};

  /** `path`: under which Nova is seen, "/" or "/nova/". */
  constructor(nova, path = '/') {
    this.nova = nova;
    this.path = path;
    if (webDir) this.show(webDir);
  }

  static async start(nova, path) {
    const front = new Front(nova, path);
    await front.open();
    return front;
  }

  /** Listens; the second time on the same port. */
  async open() {
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
    this.#server.on('upgrade', (asked, socket) => this.#upgrade(asked, socket));
    this.#server.on('connection', (socket) => this.#follow(socket));
    this.#server.listen(this.port ?? 0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
    this.origin = `http://127.0.0.1:${this.port}`;
    this.address = this.origin + this.path;
  }

  /** It shows the page by itself where the tests are to see another than Nova's own. */
  get showsPage() {
    return true;
  }

  /** Gone, as a machine that is switched off. */
  async close() {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  /** Connections stay and nothing comes through them any more, neither old ones nor new ones; or it ends. */
  set deaf(deaf) {
    this.#deaf = deaf;
    // What was held is not handed on later: those packets are lost.
    if (!deaf) for (const socket of this.#sockets) socket.destroy();
  }

  /** Shows the page of a folder made by server/web/build.mjs, with Nova's headers. */
  show(folder) {
    this.#files.clear();
    for (const file of JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).files)
      this.#files.set(file.path === 'index.html' ? '/' : `/${file.path}`, {
        body: readFileSync(join(folder, file.path)),
        type: file.content_type,
      });
  }

  #follow(socket) {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
  }

  #toNova(asked) {
    const { host, origin } = new URL(this.nova.origin);
    const headers = { ...asked.headers, host };
    if (headers.origin) headers.origin = origin;
    const [hostname, port] = host.split(':');
    return { hostname, port, headers, method: asked.method, path: `/${asked.url.slice(this.path.length)}` };
  }

  async #pass(asked, answer) {
    if (this.#deaf) return;
    if (this.status) return void answer.writeHead(this.status, { 'Content-Type': 'text/html' }).end('<p>Not there.</p>');
    if (!asked.url.startsWith(this.path)) return void answer.writeHead(404).end();
    const to = this.#toNova(asked);
    const file = asked.method === 'GET' ? this.#files.get(to.path.replace(/\?.*/, '')) : undefined;
    const rewrite = this.rewrites[to.path];
    const plain = { host: to.headers.host };
    const passed = request(file ? { ...to, path: '/', headers: plain } : rewrite ? { ...to, headers: plain } : to);
    passed.on('response', async (found) => {
      const headers = { ...found.headers };
      if (!file && !rewrite) {
        answer.writeHead(found.statusCode, headers);
        found.pipe(answer);
        return;
      }
      let body = Buffer.concat(await found.toArray());
      if (file) [body, headers['content-type']] = [file.body, file.type];
      if (rewrite) body = Buffer.from(rewrite(body.toString()));
      delete headers.etag;
      answer.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
    });
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
  }

  #upgrade(asked, socket) {
    if (this.#deaf) return;
    const to = this.#toNova(asked);
    const passed = connect(Number(to.port), to.hostname, () => {
      const lines = Object.entries(to.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      passed.write(`GET ${to.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    });
    this.#follow(passed);
    const hand = (from, into) => {
      from.on('data', (bytes) => !this.#deaf && into.write(bytes));
      from.on('close', () => !this.#deaf && into.destroy());
    };
    hand(socket, passed);
    hand(passed, socket);
  }
}
