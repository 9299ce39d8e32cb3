// An MCP server of the test's own (revision 2026-07-28, JSON replies) that can be told how to be, and taken down.

import { once } from 'node:events';
import { createServer } from 'node:http';

const version = '2026-07-28';
const results = {
  'server/discover': {
    supportedVersions: [version],
    capabilities: { tools: {} },
    _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'Test server', version: '1.2.3' } },
  },
  'tools/list': { tools: ['read', 'write', 'search'].map((name) => ({ name, inputSchema: { type: 'object' } })) },
};

export class McpServer {
  #server;
  /** 'healthy', or what it does instead: 'auth', 'not_mcp', 'version', 'no_tools'. */
  mode = 'healthy';
  /** Milliseconds before every answer. */
  delay = 0;
  asked = 0;

  static async start() {
    const server = new McpServer();
    await server.up();
    return server;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/mcp`;
  }

  get isUp() {
    return this.#server?.listening ?? false;
  }

  /** The second time on the same port. */
  async up() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.listen(this.port ?? 0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
  }

  async down() {
    if (!this.isUp) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request, response) {
    this.asked++;
    let text = '';
    for await (const piece of request) text += piece;
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const send = (status, body, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (this.mode === 'auth') return send(401, {}, { 'www-authenticate': 'Bearer' });
    if (this.mode === 'not_mcp') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello');
    const { id, method } = JSON.parse(text || '{}');
    const error = (code, message, data) => send(400, { jsonrpc: '2.0', id, error: { code, message, data } });
    if (this.mode === 'version') return error(-32022, 'Unsupported protocol version', { supported: ['2031-01-01'] });
    const result = this.mode === 'no_tools' && method === 'tools/list' ? undefined : results[method];
    return result ? send(200, { jsonrpc: '2.0', id, result }) : error(-32601, 'Method not found');
  }
}

/** A catalog of servers: name to its fields. */
export function catalogOf(servers) {
  return Object.entries(servers)
    .map(
      ([name, fields]) =>
        `${name}:\n${Object.entries(fields)
          .map(([key, value]) => `  ${key}: ${value}\n`)
          .join('')}`,
    )
    .join('\n');
}
