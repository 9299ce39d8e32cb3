// A server of revision 2026-07-28 on the official SDK: `node modern.mjs PORT OPTIONS`, the options as JSON. Prints what
// it is asked and how it answers, a line each.

import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

const [port, options] = process.argv.slice(2);
const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'modern', version: '1.2.3' });
  const inputSchema = z.object({ text: z.string() });
  server.registerTool('echo', { description: 'Says it again', inputSchema }, ({ text }) => ({
    content: [{ type: 'text', text }],
  }));
  return server;
}, JSON.parse(options));

const answer = toNodeHandler({
  async fetch(request, more) {
    const response = await handler.fetch(request, more);
    const method = request.headers.get('mcp-method') ?? '-';
    console.log(`${request.method} ${method}: ${response.status} ${response.headers.get('content-type')}`);
    return response;
  },
});
createServer(answer).listen(Number(port), '127.0.0.1', () => console.log('listening'));
