#!/usr/bin/env node
// Lists the MCP servers: how each one is, and what to do about it.
//
//   list_servers.mjs

import { call, run } from './nova.mjs';

await run(async () => {
  const { value: catalog } = await call('GET', '/api/mcp');
  for (const { name, health } of catalog.servers)
    console.log(`${name.padEnd(20)} ${health.status.padEnd(14)} ${health.summary} ${health.action}`.trimEnd());
});
