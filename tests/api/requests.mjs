// Requests that succeed, for each operation: each a function of a world that gives what World.call() takes.

const server = (world) => ({ name: world.unique(), url: 'http://localhost:8010/mcp' });
const gmail = { params: { name: 'gmail' } };
const catalogText = (world) => `# ${world.unique()}\ngmail:\n  url: http://localhost:8002/mcp\n`;
const promptText = (world) => `You are ${world.unique()}.\n`;
const any = { 'If-Match': '*' };

/** The id of an earlier text: what a save has just replaced. */
async function earlier(world, operations, replace, makeText) {
  const save = () => world.succeed(operations(replace), { headers: any, json: { content: makeText(world) } });
  return { params: { id: (await save()).backup_id } };
}

/** Reading a text: in JSON, as it is, and as what a person would want to look at. */
const readings = (make, type) =>
  [undefined, type, 'text/plain'].map((accept) => async (world, operations) => ({
    ...(await make(world, operations)),
    headers: { Accept: accept },
  }));

/** Replacing a text: as JSON, and as each other type of body. */
const replacements = (makeText) => [
  (world) => ({ headers: any, json: { content: makeText(world) } }),
  ...['text/plain', 'text/markdown', 'application/yaml', 'text/yaml'].map((type) => (world) => ({
    headers: any,
    text: makeText(world),
    type,
  })),
];

const backup = (world, operations) => earlier(world, operations, 'replaceConfig', catalogText);
const version = (world, operations) => earlier(world, operations, 'replacePrompt', promptText);

async function signIn(world, operations) {
  const answer = await world.call(operations('startSession'), { json: { token: world.token } });
  return { Cookie: answer.headers.get('set-cookie').split(';')[0], 'X-CSRF-Token': JSON.parse(answer.body).csrf_token };
}

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

const events = [
  { type: 'mcp_toggled', data: { name: 'gmail', enabled: true } },
  { type: 'prompt_updated', data: { path: '/elsewhere', revision: '1', more: [1] } },
  { type: 'config_validated', data: { file: '/elsewhere', valid: true, changes: [{ name: 'a', change: 'added' }] } },
  { type: 'system_health', data: { overall: 'healthy', servers: [] } },
  { type: 'task_updated', data: { counts: { running: 2, odd: 1 } } },
  { type: 'task_updated', data: { task: { id: '7', status: 'running', title: 'Sort the mail' } } },
];

export const requests = {
  getPage: [undefined, 'gzip', 'br;q=0.9, gzip;q=0.5'].map((coding) => () => ({
    headers: { 'Accept-Encoding': coding },
  })),
  getHealth: [() => ({})],
  getReady: [() => ({})],
  getDescription: [() => ({})],
  getState: [() => ({})],
  getTasks: [() => ({})],
  getEvents: [
    async (world, operations) => {
      for (const json of events) await world.succeed(operations('broadcast'), { json });
      return {};
    },
    async (world, operations) => {
      const { epoch, seq } = await world.succeed(operations('getState'));
      return { query: { epoch, seq } };
    },
    () => ({ query: { epoch: 'another start', seq: 1 } }),
  ],
  listServers: [() => ({})],
  addServer: [
    (world) => ({ json: server(world) }),
    (world) => ({
      json: { ...server(world), probe: 'mcp', interval_s: 30, timeout_s: 5, headers: { 'X-Key': '${KEY}' } },
    }),
  ],
  getServer: [() => gmail],
  changeServer: [
    (world) => ({ ...gmail, json: { description: world.unique(), timeout_s: null } }),
    (world) => ({ ...gmail, json: { description: world.unique() }, type: 'application/merge-patch+json' }),
    async (world, operations) => {
      const json = server(world);
      await world.succeed(operations('addServer'), { json });
      return { params: { name: json.name }, json: { name: world.unique() } };
    },
  ],
  removeServer: [
    async (world, operations) => {
      const json = server(world);
      await world.succeed(operations('addServer'), { json });
      return { params: { name: json.name } };
    },
  ],
  checkServer: [() => gmail],
  getServerHistory: [
    () => gmail,
    async (world, operations) => {
      await world.succeed(operations('checkServer'), gmail);
      return gmail;
    },
  ],
  restartService: [() => ({ params: { service: 'demo' } }), () => ({ params: { service: 'failing' } })],
  moveServer: [
    () => ({ ...gmail, json: { before: null } }),
    () => ({ ...gmail, json: { before: 'calendar' } }),
    () => ({ ...gmail, json: { before: 'gmail' } }),
  ],
  toggleServer: [() => gmail, () => ({ ...gmail, json: { enabled: true } })],
  getConfig: readings(() => ({}), 'application/yaml'),
  replaceConfig: replacements(catalogText),
  validateConfig: [...replacements(catalogText), () => ({ json: { content: 'gmail: [' } })],
  listConfigBackups: [backup],
  getConfigBackup: readings(backup, 'application/yaml'),
  compareConfigBackup: [backup, async (...all) => ({ ...(await backup(...all)), query: { to: 'current' } })],
  restoreConfigBackup: [backup],
  getPrompt: readings(() => ({}), 'text/markdown'),
  replacePrompt: replacements(promptText),
  listPromptVersions: [version],
  getPromptVersion: readings(version, 'text/markdown'),
  comparePromptVersion: [version],
  restorePromptVersion: [version],
  previewImport: [
    () => ({ json: { content: '{"mcpServers": {"a": {"url": "http://localhost:1/mcp"}, "b": {"command": "b"}}}' } }),
    () => ({
      json: {
        content: '{"gmail": {"url": "http://a/?key=b", "disabled": true, "headers": {"X-Key": "c"}}}',
        file_name: '.cursor/mcp.json',
      },
    }),
  ],
  exportServers: [
    ...['claude_desktop', 'claude_code', 'cursor', 'vs_code'].map((form) => () => ({ query: { form } })),
    () => ({ query: { form: 'cursor', names: 'gmail,calendar' } }),
  ],
  getSettings: [() => ({})],
  changeSettings: [
    (world) => ({ json: { 'redis.channel': world.unique() } }),
    (world) => ({ json: { 'redis.channel': world.unique() }, type: 'application/merge-patch+json' }),
    () => ({ json: { 'backups.keep': 7, 'watch.polling': true, 'desktop.muted_servers': ['a'], 'log.level': null } }),
    () => ({ json: {} }),
  ],
  testRedis: [() => ({ json: { url: 'redis://127.0.0.1:1' } })],
  getSession: [() => ({}), async (...all) => ({ headers: await signIn(...all) })],
  startSession: [(world) => ({ json: { token: world.token } })],
  endSession: [async (...all) => ({ headers: { ...(await signIn(...all)), Authorization: undefined } })],
  checkRedis: [() => ({})],
  getMetrics: [() => ({}), () => ({ headers: { Accept: 'text/plain;version=0.0.4' } })],
  getConnectionMetrics: [() => ({})],
  getThroughput: [() => ({})],
  getRedisMetrics: [() => ({})],
  openWebSocket: [() => ({ headers: upgrade })],
  listConnections: [() => ({})],
  getHubMetrics: [() => ({})],
  broadcast: events.map((json) => () => ({ json })),
  pingClients: [() => ({}), () => ({ json: {} })],
};

export { signIn };
