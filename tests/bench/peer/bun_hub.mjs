// The peer of the fan-out: a hub of WebSockets on Bun, with Bun's own server and its publish/subscribe, which is the
// fastest way that Bun has. An event comes in by POST and goes out to everybody. It has no state, no files, no ring of
// events for those who come back, no filters, no limits and no log.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { root: { type: 'string' }, 'state-dir': { type: 'string' }, port: { type: 'string' } },
});

mkdirSync(options['state-dir'], { recursive: true });
const token = randomBytes(32).toString('base64url');
writeFileSync(join(options['state-dir'], 'token'), `${token}\n`, { mode: 0o600 });
const credentials = Buffer.from(`Bearer ${token}`);

function allowed(request) {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  return given.length === credentials.length && timingSafeEqual(given, credentials);
}

let seq = 0;

async function broadcast(request, server) {
  const { type, data } = await request.json();
  seq += 1;
  const id = crypto.randomUUID();
  const event = { id, type, timestamp: new Date().toISOString(), data, source: 'peer@loopback', seq };
  server.publish('events', JSON.stringify(event));
  return Response.json({ id, seq });
}

Bun.serve({
  hostname: '127.0.0.1',
  port: Number(options.port),
  fetch(request, server) {
    const { pathname } = new URL(request.url);
    if (pathname === '/health') return Response.json({ status: 'ok' });
    if (!allowed(request)) return Response.json({ title: 'not authenticated' }, { status: 401 });
    if (pathname === '/ws/' && server.upgrade(request)) return undefined;
    if (pathname === '/ws/broadcast' && request.method === 'POST') return broadcast(request, server);
    return Response.json({ title: 'not found' }, { status: 404 });
  },
  websocket: {
    perMessageDeflate: false,
    open(socket) {
      socket.subscribe('events');
      socket.send(JSON.stringify({ type: 'hello', data: { seq } }));
    },
    message() {},
  },
});

process.on('SIGTERM', () => process.exit(0));
