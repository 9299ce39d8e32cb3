// The conformance tests of the protocol's own project, with `nova-settingsd probe` as the client.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from './probe.mjs';
import { here, newNode, programOf } from './servers.mjs';

function fileIn(folder, name) {
  const path = readdirSync(folder, { recursive: true }).find((one) => one.endsWith(`/${name}`));
  assert.ok(path, `no ${name} was written`);
  return readFileSync(join(folder, path), 'utf8');
}

/** Runs a scenario: whether it passed, its checks, and what the probe printed in it. */
function run(scenario) {
  const folder = mkdtempSync(join(tmpdir(), 'nova-conformance-'));
  const options = ['--scenario', scenario, '--output-dir', folder];
  const suite = ['--require', join(here, 'loopback.cjs'), programOf('@modelcontextprotocol/conformance')];
  // The command goes through a shell, which is there to find the program by a path with blanks in it.
  const command = `"${program}" probe --json`;
  return new Promise((resolve, reject) => {
    execFile(newNode, [...suite, 'client', '--command', command, ...options], (error, out, problems) => {
      try {
        if (error && typeof error.code !== 'number') throw error;
        const found = fileIn(folder, 'stdout.txt');
        assert.ok(found, `the probe printed nothing: ${out}${problems}`);
        resolve({ passed: !error, out, checks: JSON.parse(fileIn(folder, 'checks.json')), found: JSON.parse(found) });
      } catch (problem) {
        reject(problem);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}

test('initialize', async () => {
  const { passed, out, checks } = await run('initialize');
  assert.ok(passed, out);
  assert.deepEqual(
    checks.filter(({ status }) => status !== 'INFO').map(({ id, status }) => [id, status]),
    [['mcp-client-initialization', 'SUCCESS']],
  );
});

// Asks of a client that it gives up where a server names another one as the resource: a probe goes no further anyway.
test('auth/resource-mismatch', async () => {
  const { passed, out, found } = await run('auth/resource-mismatch');
  assert.ok(passed, out);
  assert.equal(found.status, 'auth_required');
});

// These ask of a client that it calls a tool or signs in, which a probe does not do; but it has to see how the servers
// stand.
for (const [scenario, wanted] of [
  ['tools_call', { status: 'healthy', protocol_version: '2025-11-25', tools: { count: 1, names: ['add_numbers'] } }],
  ['elicitation-sep1034-client-defaults', { status: 'healthy', protocol_version: '2025-11-25' }],
  ['sse-retry', { status: 'healthy', protocol_version: '2025-03-26' }],
  ['auth/metadata-default', { status: 'auth_required', reason: 'credentials_missing' }],
])
  test(`the server of ${scenario}`, async () => {
    const { found } = await run(scenario);
    for (const [field, value] of Object.entries(wanted)) assert.deepEqual(found[field], value, JSON.stringify(found));
  });
