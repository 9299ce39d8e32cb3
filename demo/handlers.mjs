// What the example servers are made of: handlers of requests, with the official SDKs behind them.

import { randomUUID, webcrypto } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer as LegacyServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

globalThis.crypto ??= webcrypto; // The SDK takes it for granted, but Node.js 18 does not have it there.

/** `tools`: what each is for, by its name. All of them take a text and answer with one. */
function addTools(server, tools, inputSchema) {
  for (const [name, description] of Object.entries(tools))
    server.registerTool(name, { description, inputSchema }, ({ text }) => ({
      content: [{ type: 'text', text: `An example has no ${name} for «${text}».` }],
    }));
  return server;
}

/** Of revision 2026-07-28: no handshake and no sessions; earlier clients are served, too. */
export function modern(name, version, tools) {
  const handler = createMcpHandler(() =>
    addTools(new McpServer({ name, version }), tools, z.object({ text: z.string() })),
  );
  return toNodeHandler(handler);
}

/** Of the revisions before: sessions, and replies as event streams. `change` may spoil the server of a session. */
export function legacy(name, version, tools, change = () => {}) {
  const sessions = new Map();

  async function open() {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => sessions.set(id, transport),
    });
    transport.onclose = () => sessions.delete(transport.sessionId);
    const server = addTools(new LegacyServer({ name, version }), tools, { text: z.string() });
    change(server.server);
    await server.connect(transport);
    return transport;
  }

  return async (request, response) => {
    const id = request.headers['mcp-session-id'];
    const transport = id ? sessions.get(id) : await open();
    if (!transport) {
      response.writeHead(404, { 'Content-Type': 'application/json' });
      response.end('{"jsonrpc":"2.0","error":{"code":-32001,"message":"Session not found"},"id":null}');
      return;
    }
    await transport.handleRequest(request, response);
  };
}

/** Asks for credentials first; any will do. */
export function guarded(realm, handler) {
  return (request, response) => {
    if (/^Bearer \S/.test(request.headers.authorization ?? '')) return handler(request, response);
    response.writeHead(401, { 'WWW-Authenticate': `Bearer realm="${realm}"`, 'Content-Type': 'text/plain' });
    response.end('Who are you?\n');
  };
}

export function slow(milliseconds, handler) {
  return async (request, response) => {
    await setTimeout(milliseconds);
    return handler(request, response);
  };
}

export function page(html) {
  return (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(html);
  };
}
