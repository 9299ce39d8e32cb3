#!/usr/bin/env node
// Switches an MCP server, if it still is as it was seen.
//
//   toggle_server.mjs NAME on|off

import { call, run } from './nova.mjs';

await run(async (name, wish) => {
  if (!name || !['on', 'off'].includes(wish)) throw new Error('Usage: toggle_server.mjs NAME on|off');
  const path = `/api/mcp/${encodeURIComponent(name)}`;
  for (let tries = 0; tries < 5; tries++) {
    const { value: server, revision } = await call('GET', path);
    if (server.enabled === (wish === 'on')) return console.log(`${name} is ${wish} already`);
    try {
      await call('PUT', `${path}/toggle`, { body: { enabled: wish === 'on' }, revision });
      return console.log(`${name} is ${wish} now`);
    } catch (error) {
      if (error.status !== 412) throw error; // Somebody else saved the catalog meanwhile: look again, then decide.
    }
  }
  throw new Error(`${name} was not switched: the catalog changed each time`);
});
