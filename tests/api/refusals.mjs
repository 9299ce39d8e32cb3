// How to be refused with each status: a function (world, operation, request, operations) that gives the answer.
// `request` would succeed. Most work for every operation that describes the status; the others are named by operation.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { WebSocket } from 'ws';
import { signIn } from './requests.mjs';
import { World } from './world.mjs';

const withHeaders = (request, headers) => ({ ...request, headers: { ...request.headers, ...headers } });
const calling = (change) => (world, operation, request) => world.call(operation, change(request, world));

/** In a world of its own, which `prepare` may spoil. */
const apart = (prepare, env) => async (_, operation, request, operations) => {
  const world = await World.start(env);
  try {
    const prepared = await prepare(world, operations, operation);
    return await world.call(operation, prepared ?? request);
  } finally {
    await world.stop();
  }
};

/** While every save fails with that error number. */
const failing = (errno) => async (_, operation, __, operations, make) => {
  const world = await World.startFaulty();
  try {
    const request = await make(world, operations);
    world.fault(errno);
    return await world.call(operation, request);
  } finally {
    await world.stop();
  }
};
const readOnly = 30;
const inputOutput = 5;
const noSpace = 28;

/** Puts an earlier text into the folder, under the name that it would have. */
function keep(world, operation, bytes, named = bytes) {
  const config = operation.path.startsWith('/api/config');
  const [file, folder, ending] = config
    ? [world.nova.catalog, 'backups', 'yaml']
    : [world.nova.prompt, 'versions', 'md'];
  const hash = createHash('sha256').update(named).digest('hex').slice(0, 12);
  const id = `20260101T000000000Z-api-p1m1-${hash}`;
  const path = join(dirname(file), folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `${id}.${ending}`), bytes);
  return { path: join(path, `${id}.${ending}`), request: { params: { id } } };
}
const kept = (bytes, named) => apart((world, _, operation) => keep(world, operation, bytes, named).request);
const keptAsFolder = apart((world, _, operation) => {
  const { path, request } = keep(world, operation, 'text\n');
  World.replaceByFolder(path);
  return request;
});
const notUtf8 = Buffer.from([0x66, 0xff, 0x0a]);

/** The sixth wrong token in a row; the right one makes up for them. */
async function tryTooOften(world, operation, request, operations) {
  const wrong = withHeaders(request, { Authorization: 'Bearer wrong' });
  for (let tries = 0; tries < 5; ++tries) await world.call(operation, wrong);
  const answer = await world.call(operation, wrong);
  await world.succeed(operations('getState'));
  return answer;
}

/** Where a body belongs, one that is too long; else any. */
const tooLarge = (world, operation, request) => {
  const length = operation.body.length > 0 ? { 'Content-Length': 2 * 1024 * 1024 } : {};
  return world.call(operation, withHeaders({ json: {}, ...request }, length));
};

/** One more WebSocket than is allowed. */
const oneTooMany = apart(
  async (world) => {
    const headers = { Authorization: `Bearer ${world.token}` };
    await once(new WebSocket(`ws://${world.host}/ws/`, { headers }), 'message');
  },
  { NOVA_SERVER_MAX_CLIENTS: '1' },
);

/** A server that nobody wants to be asked. */
const switchedOff = apart(async (world, operations) => {
  await world.succeed(operations('toggleServer'), { params: { name: 'gmail' }, json: { enabled: false } });
});

/** While the same service is being restarted. */
const twiceAtOnce = async (world, operation, _, operations) => {
  const request = { params: { service: 'slow' } };
  const first = world.call(operation, request);
  for (;;) {
    const { restarts } = await world.succeed(operations('getState'));
    if (restarts.runs.some(({ service, state }) => service === 'slow' && state === 'running')) break;
  }
  const answer = await world.call(operation, request);
  await first;
  return answer;
};

/** While another address is being tried: one where nobody says anything. */
const twoTries = async (world, operation, request) => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const first = world.call(operation, { json: { url: `redis://127.0.0.1:${silent.address().port}` } });
  const [connection] = await once(silent, 'connection');
  const answer = await world.call(operation, request);
  connection.destroy();
  silent.close();
  await first;
  return answer;
};

/** Whatever the operation. */
const everywhere = {
  400: [calling((request, world) => withHeaders(request, { Host: [world.host, world.host] }))],
  401: [
    calling((request) => withHeaders(request, { Authorization: undefined, Cookie: undefined })),
    calling((request) => withHeaders(request, { Authorization: 'Bearer wrong' })),
  ],
  403: [calling((request) => withHeaders(request, { Origin: 'http://evil.example' }))],
  404: [calling((request) => ({ ...request, params: { name: 'nobody', id: 'nothing' } }))],
  409: [failing(readOnly)],
  412: [calling((request) => withHeaders(request, { 'If-Match': '"0"' }))],
  413: [tooLarge],
  415: [calling((request) => ({ ...request, json: undefined, text: '<p>', type: 'text/html' }))],
  421: [calling((request) => withHeaders(request, { Host: 'evil.example' }))],
  428: [calling((request) => withHeaders(request, { 'If-Match': undefined }))],
  429: [tryTooOften],
  431: [calling((request) => withHeaders(request, { 'X-Long': 'x'.repeat(17 * 1024) }))],
  500: [failing(inputOutput)],
  507: [failing(noSpace)],
};

const json = (value) => calling((request) => ({ ...request, json: value, text: undefined }));
const unreadableText = [kept('text\n', 'another text\n'), kept(notUtf8)];
const notAText = json({ content: 1 });

/** Of one operation, beside or instead of the way above. */
const byOperation = {
  getPage: { 406: [calling((request) => withHeaders(request, { 'Accept-Encoding': 'br;q=0, identity;q=0' }))] },
  addServer: {
    409: [failing(readOnly), json({ name: 'gmail', url: 'http://localhost:1/mcp' })],
    422: [json({}), json({ name: 'weather' }), json({ name: 'weather', url: 'http://localhost:1/mcp', color: 'red' })],
  },
  changeServer: {
    409: [failing(readOnly), json({ name: 'calendar' })],
    422: [json({ name: 1 }), json({ url: 'nowhere' }), json({ timeout_s: 'long' })],
  },
  checkServer: { 409: [switchedOff] },
  restartService: {
    403: [calling((request) => ({ ...request, params: { service: 'another' } }))],
    409: [twiceAtOnce],
    422: [calling((request) => ({ ...request, params: { service: '--help' } }))],
    503: [apart(() => undefined, { NOVA_RESTART_COMMAND: '', PATH: '/nowhere' })],
  },
  moveServer: { 422: [json({}), json({ before: 1 }), json({ before: 'nobody' })] },
  toggleServer: { 422: [json({ enabled: 'yes' })] },
  replaceConfig: { 422: [notAText, json({ content: 'gmail: [' })] },
  validateConfig: { 422: [notAText] },
  replacePrompt: {
    422: [notAText, calling((request) => ({ ...request, json: undefined, text: notUtf8, type: 'text/markdown' }))],
  },
  getConfig: {
    404: [apart((world) => rmSync(world.nova.catalog))],
    409: [
      apart((world) => World.replaceByFolder(world.nova.catalog)),
      apart((world) => writeFileSync(world.nova.catalog, notUtf8)),
    ],
  },
  getConfigBackup: { 409: unreadableText, 500: [keptAsFolder] },
  getPromptVersion: { 409: unreadableText, 500: [keptAsFolder] },
  compareConfigBackup: { 409: [kept('text\n', 'another text\n')], 500: [keptAsFolder] },
  comparePromptVersion: { 409: [kept('text\n', 'another text\n')], 500: [keptAsFolder] },
  restoreConfigBackup: {
    409: [failing(readOnly), kept('text\n', 'another text\n')],
    422: [kept('gmail: [\n')],
    500: [failing(inputOutput), keptAsFolder],
  },
  restorePromptVersion: {
    409: [failing(readOnly), kept('text\n', 'another text\n')],
    422: [kept(notUtf8)],
    500: [failing(inputOutput), keptAsFolder],
  },
  previewImport: { 422: [notAText, json({ content: '{', file_name: 'a' }), json({ content: '{}', file_name: 1 })] },
  exportServers: {
    404: [
      calling((request) => ({ ...request, query: { form: 'cursor', names: 'nobody' } })),
      apart((world) => rmSync(world.nova.catalog)),
    ],
    409: [
      apart((world) => World.replaceByFolder(world.nova.catalog)),
      apart((world) => writeFileSync(world.nova.catalog, 'gmail: [')),
    ],
    422: [calling((request) => ({ ...request, query: undefined }))],
  },
  changeSettings: {
    409: [failing(readOnly), json({ 'server.port': 1 })],
    422: [json({ 'log.level': 'loud' }), json({ 'server.colour': 'red', 'backups.keep': '7' })],
  },
  testRedis: { 409: [twoTries], 422: [json({}), json({ url: 1 })] },
  startSession: {
    401: [json({ token: 'wrong' }), json({ code: 'used' })],
    422: [json({})],
    429: [
      async (world, operation, _, operations) => {
        for (let tries = 0; tries < 5; ++tries) await world.call(operation, { json: { token: 'wrong' } });
        const answer = await world.call(operation, { json: { token: 'wrong' } });
        await world.succeed(operations('getState'));
        return answer;
      },
    ],
  },
  getReady: {
    503: [
      async (_, operation) => {
        const world = await World.start({}, (nova) => writeFileSync(nova.catalog, 'gmail: ['));
        try {
          return await world.call(operation);
        } finally {
          await world.stop();
        }
      },
    ],
  },
  checkRedis: { 503: [apart(() => undefined, { NOVA_REDIS_URL: 'redis://127.0.0.1:1' })] },
  openWebSocket: {
    426: [calling((request) => withHeaders(request, { Upgrade: undefined, Connection: 'close' }))],
    503: [oneTooMany],
  },
  broadcast: { 422: [json({ type: 'gossip', data: {} }), json({ type: 'mcp_toggled', data: { name: 1 } })] },
};

/** A session writes with its CSRF token only. */
const withoutCsrf = async (world, operation, request, operations) => {
  const { Cookie } = await signIn(world, operations);
  return world.call(operation, withHeaders(request, { Cookie, Authorization: undefined, 'X-CSRF-Token': undefined }));
};

/** The statuses with which the operation refuses: those that are described, and those that it must have. */
export function refusingStatuses(operation) {
  const has = (name) => operation.parameters.some((parameter) => parameter.name === name);
  const isRequired = operation.parameters.some(({ name, required }) => name === 'If-Match' && required);
  const isSocket = operation.id === 'openWebSocket'; // It tells strangers otherwise, and reads no body.
  const isPublic = operation.security.length === 0;
  const must = [
    [304, has('If-None-Match')],
    [400, true],
    [401, !isPublic && !isSocket],
    [403, true],
    [404, /\{(name|id)\}/.test(operation.path)], // A service that is not known is one that is not allowed.
    [412, has('If-Match')],
    [413, !isSocket],
    [415, operation.body.length > 0],
    [421, true],
    [428, isRequired],
    [429, !isPublic],
    [431, true],
  ].flatMap(([status, isSo]) => (isSo ? [status] : []));
  const statuses = [...Object.keys(operation.responses), ...Object.keys(byOperation[operation.id] ?? {}), ...must];
  return [...new Set(statuses.map(Number))].filter((status) => status >= 300);
}

/** Asks again with the ETag that came, in each way to name it, for each type of body that there is. */
const notModified = (operation) =>
  Object.keys(operation.responses[200].content).flatMap((type) =>
    [(tag) => tag, (tag) => `"0", W/${tag}`, () => '*'].map((name) => async (world, _, request) => {
      const asked = withHeaders(request, { Accept: type });
      const { headers } = await world.call(operation, asked);
      return world.call(operation, withHeaders(asked, { 'If-None-Match': name(headers.get('etag')) }));
    }),
  );

/** The ways to the status. */
export function refusalsOf(operation, status) {
  if (status === 304) return notModified(operation);
  const ways = byOperation[operation.id]?.[status] ?? everywhere[status] ?? [];
  const csrf = status === 403 && operation.security.some((scheme) => scheme.csrf);
  return csrf ? [...ways, withoutCsrf] : ways;
}
