// The peer that Nova is measured beside: the same job (a catalog and a prompt in files, a token, REST, a WebSocket, a file
// watch) as a short Node program in the usual style. It cuts corners where Nova may not: the catalog's layout is taken for
// granted, and there are no revisions, no limits, no log and no resuming. What it does, it does as fast as Node lets it.
import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { WebSocketServer } from 'ws';

const { values: options } = parseArgs({
  options: { root: { type: 'string' }, 'state-dir': { type: 'string' }, port: { type: 'string' } },
});
const catalogFile = join(options.root, 'configs', 'mcp_servers.yaml');
const promptFile = join(options.root, 'prompts', 'NOVA_SYSTEM_PROMPT.md');
const watchWindow = 400;

mkdirSync(options['state-dir'], { recursive: true });
const token = randomBytes(32).toString('base64url');
writeFileSync(join(options['state-dir'], 'token'), `${token}\n`, { mode: 0o600 });
const credentials = Buffer.from(`Bearer ${token}`);

// State

let catalogText = '';
let servers = new Map();
let listAnswer = Buffer.alloc(0); // Made once for each change, not for each request.
let prompt = '';

function parseCatalog(text) {
  const found = new Map();
  let server;
  for (const line of text.split('\n')) {
    const top = /^([\w.-]+):\s*$/.exec(line);
    const field = /^ {2}(\w+):\s*(.*?)\s*(?:\s#.*)?$/.exec(line);
    if (top) {
      server = { name: top[1], enabled: true };
      found.set(server.name, server);
    } else if (field && server) {
      server[field[1]] = field[1] === 'enabled' ? field[2] === 'true' : field[2];
    }
  }
  return found;
}

function takeCatalog(text) {
  catalogText = text;
  servers = parseCatalog(text);
  listAnswer = Buffer.from(JSON.stringify({ servers: [...servers.values()] }));
}

takeCatalog(readFileSync(catalogFile, 'utf8'));
prompt = readFileSync(promptFile, 'utf8');

// Events

const sockets = new WebSocketServer({ noServer: true });
let seq = 0;

function publish(type, data) {
  seq += 1;
  const event = { id: randomUUID(), type, timestamp: new Date().toISOString(), data, source: 'peer', seq };
  const frame = JSON.stringify(event);
  for (const socket of sockets.clients) socket.send(frame);
}

// Files

async function saveDurably(file, text) {
  const fresh = `${file}.${process.pid}.tmp`;
  const handle = await open(fresh, 'w', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function rereadPrompt() {
  const text = await readFile(promptFile, 'utf8');
  if (text === '' || text === prompt) return;
  prompt = text;
  publish('prompt_updated', { path: promptFile, bytes: Buffer.byteLength(text), content: text, origin: 'file' });
}

async function rereadCatalog() {
  const text = await readFile(catalogFile, 'utf8');
  if (text === '' || text === catalogText) return;
  const before = servers;
  takeCatalog(text);
  for (const { name, enabled } of servers.values()) {
    if (before.has(name) && before.get(name).enabled !== enabled) publish('mcp_toggled', { name, enabled, origin: 'file' });
  }
}

function follow(file, reread) {
  let timer;
  watch(dirname(file), () => {
    clearTimeout(timer);
    timer = setTimeout(() => reread().catch((error) => console.error(error)), watchWindow);
  });
}

follow(promptFile, rereadPrompt);
follow(catalogFile, rereadCatalog);

let writing = Promise.resolve(); // One write after the other.

function toggle(name, wanted) {
  const done = writing.then(async () => {
    const server = servers.get(name);
    if (!server) return undefined;
    const enabled = wanted ?? !server.enabled;
    const entry = catalogText.indexOf(`\n${name}:`);
    const at = catalogText.indexOf('\n  enabled:', entry + 1);
    const rest = catalogText.slice(at).replace(/(\n {2}enabled:\s*)\w+/, `$1${enabled}`);
    const text = catalogText.slice(0, at) + rest;
    if (text !== catalogText) {
      await saveDurably(catalogFile, text);
      takeCatalog(text);
      publish('mcp_toggled', { name, enabled, origin: 'api' });
    }
    return { name, enabled };
  });
  writing = done.catch(() => {});
  return done;
}

// HTTP

function allowed(request) {
  const given = Buffer.from(request.headers.authorization ?? '');
  return given.length === credentials.length && timingSafeEqual(given, credentials);
}

function answer(response, status, body) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
  response.end(bytes);
}

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

async function handle(request, response) {
  if (request.url === '/health') return answer(response, 200, { status: 'ok', uptime_s: Math.floor(process.uptime()) });
  if (!allowed(request)) return answer(response, 401, { title: 'not authenticated' });
  if (request.method === 'GET' && request.url === '/api/mcp') return answer(response, 200, listAnswer);
  if (request.method === 'POST' && request.url === '/ws/broadcast') {
    const { type, data } = JSON.parse(await bodyOf(request));
    publish(type, data);
    return answer(response, 200, { seq });
  }
  const toggled = /^\/api\/mcp\/([\w.-]+)\/toggle$/.exec(request.url);
  if (request.method !== 'PUT' || !toggled) return answer(response, 404, { title: 'not found' });
  const body = await bodyOf(request);
  const result = await toggle(toggled[1], body === '' ? undefined : JSON.parse(body).enabled);
  return result ? answer(response, 200, result) : answer(response, 404, { title: 'not found' });
}

const server = createServer((request, response) => {
  handle(request, response).catch((error) => answer(response, 500, { title: String(error) }));
});
server.on('upgrade', (request, socket, head) => {
  if (!allowed(request)) {
    socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => {
    client.send(JSON.stringify({ type: 'hello', data: { seq } }));
  });
});
server.listen(Number(options.port), '127.0.0.1');

setInterval(() => {
  for (const socket of sockets.clients) socket.ping();
}, 25_000);

process.on('SIGTERM', () => process.exit(0));
