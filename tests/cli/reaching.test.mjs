// @ts-check
// Who answers a command: the Nova of these files, another one, a stranger, nobody.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSilent } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Nova } from '../browser/nova.mjs';
import { run } from './command.mjs';

const nova = new Nova();
const other = new Nova();
before(() => nova.start());
after(async () => {
  await nova.stop();
  await other.stop();
});

/** Calls `use` with the port of a server that is no Nova, and gives what it was sent. */
async function withStranger(answer, use) {
  const heads = [];
  const server = createServer((request, response) => {
    heads.push(request.headers);
    answer(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  await use(String(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
  await new Promise((resolve) => server.close(resolve));
  return heads;
}

test('a stranger in its place gets no token, and nothing is changed', async () => {
  const text = nova.readCatalog();
  const heads = await withStranger(
    (response) => response.end('{"status":"ok"}'),
    async (port) => {
      const told = await run(nova, ['toggle', 'gmail', '--json'], { port });
      assert.equal(told.code, 1);
      assert.match(told.errors, /What answers at http:\/\/127\.0\.0\.1:\d+ is not Nova/);
      assert.equal(told.json.error.code, 'unavailable');
      assert.equal((await run(nova, ['list', '--files'], { port })).code, 0);
      const far = await run(nova, ['list', '--connect', `http://127.0.0.1:${port}`], { env: { NOVA_CONNECT_TOKEN: 'mine' } });
      assert.equal(far.code, 1);
    },
  );
  assert.ok(heads.length > 0);
  assert.ok(heads.every((head) => !('authorization' in head)));
  assert.equal(nova.readCatalog(), text);
});

test('nor one that speaks no HTTP', async () => {
  const server = createSilent((socket) => socket.end('SSH-2.0-x\r\n'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const told = await run(nova, ['list'], { port: String(port) });
  assert.equal(told.code, 1);
  assert.match(told.errors, /is not Nova/);
  server.close();
});

test('a Nova on other files is not taken for ours', async () => {
  const port = new URL(nova.origin).port;
  const strange = await run(other, ['list'], { port });
  assert.equal(strange.code, 1);
  assert.match(strange.errors, /does not take the token/);
  mkdirSync(other.stateDir, { recursive: true });
  writeFileSync(join(other.stateDir, 'token'), nova.token(), { mode: 0o600 });
  const wrong = await run(other, ['toggle', 'gmail'], { port });
  assert.equal(wrong.code, 1);
  assert.ok(wrong.errors.includes(nova.catalog), wrong.errors);
});

test('--connect: another one with its token, and no falling back', async () => {
  const NOVA_CONNECT_TOKEN = nova.token();
  const there = ['--connect', `${nova.origin}/`];
  const list = await run(other, ['list', '--json', ...there], { env: { NOVA_CONNECT_TOKEN } });
  assert.equal(list.json.path, nova.catalog, list.errors);
  assert.equal((await run(other, ['toggle', 'files', 'off', ...there], { env: { NOVA_CONNECT_TOKEN } })).code, 0);
  assert.match(nova.readCatalog(), /enabled: false/);
  const probed = await run(other, ['probe', 'files', ...there], { env: { NOVA_CONNECT_TOKEN } });
  assert.equal(probed.code, 1);
  const wrong = await run(other, ['list', ...there], { env: { NOVA_CONNECT_TOKEN: 'wrong' } });
  assert.deepEqual([wrong.code, wrong.out], [1, '']);
  assert.match(wrong.errors, /does not take this token/);
  assert.match((await run(other, ['list', ...there])).errors, /NOVA_CONNECT_TOKEN/);
  const nobody = await run(other, ['list', '--connect', 'http://127.0.0.1:1']);
  assert.deepEqual([nobody.code, nobody.out], [1, '']);
  assert.match(nobody.errors, /nothing listens on port 1/);
  assert.equal((await run(other, ['list', '--connect', 'ftp://x'])).code, 1);
});

test('TLS: the certificate of the settings is what is expected, whoever signed it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'nova-cli-tls-'));
  const made = (name) => {
    const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
    const subject = ['-subj', '/CN=nova.example.org', '-days', '2', '-nodes'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    return { NOVA_SERVER_TLS_KEY: key, NOVA_SERVER_TLS_CERTIFICATE: certificate };
  };
  const env = made('mine');
  const secure = new Nova(env);
  t.after(async () => {
    await secure.stop();
    rmSync(folder, { recursive: true });
  });
  await secure.start();
  assert.match(secure.origin, /^https:/);
  const list = await run(secure, ['list', '--json'], { env });
  assert.equal(list.code, 0, list.errors);
  assert.ok(list.json.servers[0].health);
  const events = await run(secure, ['events', '--last', '1', '--json'], { env });
  assert.equal(events.code, 0, events.errors);
  const another = await run(secure, ['list'], { env: made('another') });
  assert.equal(another.code, 1);
  assert.match(another.errors, /cannot be reached safely/);
});

test('files that Nova may not write are refused, with and without one that runs', { skip: process.getuid?.() === 0 && 'root may write everything' }, async () => {
  chmodSync(join(other.root, 'configs'), 0o555);
  const told = await run(other, ['toggle', 'gmail'], { port: '1' });
  chmodSync(join(other.root, 'configs'), 0o755);
  assert.equal(told.code, 1);
});

test('where there is nothing yet, an import makes the file, and others say that there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nova-cli-'));
  try {
    const fresh = /** @type {Nova} */ ({ root: join(folder, 'root'), stateDir: join(folder, 'state') });
    const input = '{"mcpServers":{"notes":{"type":"http","url":"http://localhost:9001/mcp"}}}';
    for (const words of [['list'], ['probe', 'notes']]) {
      const nothing = await run(fresh, words);
      assert.equal(nothing.code, 1);
      assert.match(nothing.errors, /mcp_servers\.yaml does not exist/);
    }
    const tried = await run(fresh, ['import', '-', '--dry-run'], { input });
    assert.equal(tried.code, 0, tried.errors);
    assert.equal((await run(fresh, ['list'])).code, 1, 'a try leaves nothing behind');
    const imported = await run(fresh, ['import', '-'], { input });
    assert.equal(imported.code, 0, imported.errors);
    assert.deepEqual((await run(fresh, ['list', '--names'])).lines, ['notes']);
    const unknown = await run(fresh, ['probe', 'note']);
    assert.equal(unknown.code, 1);
    assert.match(unknown.errors, /has no server named note.*notes/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
