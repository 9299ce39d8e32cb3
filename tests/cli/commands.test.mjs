// @ts-check
// Each command, through a Nova that runs and on the files alone: the same answers, the same files.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Nova } from '../browser/nova.mjs';
import { run } from './command.mjs';

const faultLibrary =
  process.env.NOVA_FAULT_LIBRARY ??
  join(dirname(fileURLToPath(import.meta.url)), '../../build/release/tests/fault/libnova_fault_io.so');

const running = new Nova();
const resting = new Nova();
before(() => running.start());
after(async () => {
  await running.stop();
  await resting.stop();
});

const backups = (nova) => {
  const folder = join(dirname(nova.catalog), 'backups');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).length : 0;
};

for (const [how, nova] of [
  ['through a running Nova', running],
  ['on the files alone', resting],
]) {
  test(`list ${how}`, async () => {
    const shown = await run(nova, ['list']);
    assert.equal(shown.code, 0, shown.errors);
    assert.equal(shown.lines.length, 5);
    assert.match(shown.lines[0], / gmail /);
    assert.doesNotMatch(shown.out, /\x1b/);
    assert.match((await run(nova, ['list', '--color', 'always'])).out, /\x1b\[1m/);
    const { json } = await run(nova, ['list', '--json']);
    assert.deepEqual(
      json.servers.map((server) => server.name),
      ['gmail', 'calendar', 'search', 'files', 'notion'],
    );
    assert.equal(json.path, nova.catalog);
    assert.equal('health' in json.servers[0], nova === running);
    assert.equal((await run(nova, ['list', '--names'])).out, 'gmail\ncalendar\nsearch\nfiles\nnotion\n');
  });

  test(`toggle ${how}`, async () => {
    const text = nova.readCatalog();
    const kept = backups(nova);
    const off = await run(nova, ['toggle', 'calendar', 'off']);
    assert.deepEqual([off.code, off.out], [0, 'calendar is now off.\n'], off.errors);
    const lines = text.split('\n');
    const others = nova.readCatalog().split('\n').filter((line, at) => line !== lines[at]);
    assert.deepEqual(others.map((line) => line.trim()), ['enabled: false']);
    assert.equal(backups(nova), kept + 1);
    assert.equal((await run(nova, ['toggle', 'calendar', 'off'])).out, 'calendar was already off.\n');
    const { json } = await run(nova, ['toggle', 'calendar', '--json']);
    assert.deepEqual([json.name, json.enabled, json.changed], ['calendar', true, true]);
    assert.equal(nova.readCatalog(), text);
    const log = readFileSync(join(nova.stateDir, 'nova-settings.log'), 'utf8');
    assert.match(log, /"category":"audit".*"what":"mcp_toggled"/);
  });

  test(`what there is not ${how}`, async () => {
    const missing = await run(nova, ['toggle', 'calender', '--json']);
    assert.equal(missing.code, 1);
    assert.match(missing.errors, /There is no server named calender\. Did you mean calendar\?/);
    assert.equal(missing.json.error.code, 'not_found');
    assert.match((await run(nova, ['export', '--for', 'cursor', 'serch'])).errors, /Did you mean search\?/);
  });

  test(`import and export ${how}`, async () => {
    const list = { mcpServers: { 'my mail': { url: 'http://localhost:9/mcp' }, here: { url: 'http://localhost:8002/mcp/' }, run: { command: 'x' } } };
    const file = join(nova.root, 'cursor.json');
    writeFileSync(file, JSON.stringify(list));
    const text = nova.readCatalog();
    const dry = await run(nova, ['import', file, '--dry-run']);
    assert.equal(dry.code, 0, dry.errors);
    assert.match(dry.out, /1 can be added · 1 is there already · 1 has no place here/);
    assert.equal(nova.readCatalog(), text);
    const done = await run(nova, ['import', '-', '--json'], { input: JSON.stringify(list) });
    assert.equal(done.code, 0, done.errors);
    assert.deepEqual(
      done.json.servers.map(({ name, kind, added }) => [name, kind, added]),
      [['my-mail', 'new', true], ['here', 'present', false], ['run', 'impossible', false]],
    );
    assert.notEqual(done.json.backup_id, '');
    const output = join(nova.root, 'out.json');
    const exported = await run(nova, ['export', '-o', output, '--for', 'claude-code', 'my-mail']);
    assert.deepEqual([exported.code, exported.out], [0, `1 server is in ${output}.\n`], exported.errors);
    assert.equal(JSON.parse(readFileSync(output, 'utf8')).mcpServers['my-mail'].url, 'http://localhost:9/mcp');
    const again = await run(nova, ['export', '-o', output, '--for', 'claude-code']);
    assert.equal(again.code, 1);
    assert.match(again.errors, /There is a file of this name already/);
  });

  test(`refuses an invalid catalog ${how}`, async () => {
    const text = nova.readCatalog();
    nova.writeCatalog(`${text}\nbad: [\n`);
    const toggled = await run(nova, ['toggle', 'gmail']);
    assert.equal(toggled.code, 1);
    assert.match(toggled.errors, /has errors/);
    assert.equal(nova.readCatalog(), `${text}\nbad: [\n`);
    const checked = await run(nova, ['validate']);
    assert.equal(checked.code, 1);
    assert.match(checked.out, /mcp_servers\.yaml:\d+:\d+: error: /);
    nova.writeCatalog(text);
    assert.equal((await run(nova, ['validate'])).code, 0);
  });
}

test('an import that fails says which one, and what was added stays', async () => {
  // Between the look and the save somebody else cannot be arranged; a name that is taken by the file alone can.
  const nova = new Nova();
  const faults = join(nova.root, 'faults');
  writeFileSync(faults, `openat 1 28 ${nova.root}/configs/*\n`);
  const env = { LD_PRELOAD: faultLibrary, NOVA_FAULTS: faults };
  const text = nova.readCatalog();
  const list = JSON.stringify({ mcpServers: { one: { url: 'http://localhost:9/mcp' } } });
  const full = await run(nova, ['import', '-', '--json'], { env, input: list });
  assert.equal(full.code, 1);
  assert.match(full.errors, /No space left|disk is full/i);
  assert.equal(full.json.servers[0].added, false);
  assert.notEqual(full.json.servers[0].problem, undefined);
  assert.equal(nova.readCatalog(), text);
  await nova.stop();
});

test('texts that cannot be read are said with their place', async () => {
  const broken = await run(resting, ['import', '-'], { input: '{"mcpServers":\n{' });
  assert.equal(broken.code, 1);
  assert.match(broken.errors, /-:\d+:\d+: /);
  const bad = await run(resting, ['validate', '-', '--json'], { input: 'a:\n  url: ftp://x/\n' });
  assert.equal(bad.code, 1);
  assert.equal(bad.json.errors[0].line, 2);
  assert.equal((await run(resting, ['import', '/none'])).code, 1);
});

test('wrong usage is exit code 2, with what was meant', async () => {
  for (const [words, said] of [
    [['togle', 'gmail'], /Did you mean toggle\?/],
    [['list', '--jsn'], /There is no option --jsn\. Did you mean --json\?/],
    [['toggle'], /«toggle» needs NAME/],
    [['toggle', 'gmail', 'maybe'], /takes on or off/],
    [['list', '--follow'], /--follow goes with the command events/],
    [['token', '--connect', 'http://x'], /--connect goes with/],
    [['list', '--files', '--connect', 'http://x'], /cannot be together/],
    [['export'], /needs --for: claude-desktop/],
    [['export', '--for', 'emacs'], /one of claude-desktop/],
    [['events', '--type', 'dance'], /one of mcp_toggled/],
    [['help', 'dance'], /no command «dance»/],
  ]) {
    const told = await run(resting, /** @type {string[]} */ (words));
    assert.equal(told.code, 2, String(words));
    assert.match(told.errors, /** @type {RegExp} */ (said));
    assert.equal(told.out, '');
  }
});

test('the token', async () => {
  const { json } = await run(running, ['token', '--json']);
  assert.equal(json.token, running.token());
  const before = resting.token();
  assert.notEqual((await run(resting, ['token', '--rotate'])).out.trim(), before);
});
