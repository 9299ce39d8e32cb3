// «nova-settingsd restart» from the command line: through the Nova that runs on these files, or by itself.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { program } from '../browser/nova.mjs';
import { Description } from './description.mjs';
import { restarts, World } from './world.mjs';

const description = new Description();
let world;

before(async () => {
  world = await World.start();
});
after(() => world?.stop());

/** What it prints, and its exit code. */
function command(...words) {
  const { root, origin } = world.nova;
  const places = ['--root', root, '--state-dir', `${root}/state`];
  const port = words.includes('--port') ? [] : ['--port', new URL(origin).port];
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...restarts }, timeout: 20_000 };
    execFile(program, [...places, ...port, ...words], options, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

const runs = async () => (await world.succeed(description.operation('getState'))).restarts.runs;

test('restarts through the Nova that runs, so that everybody sees it', async () => {
  const { code, stdout } = await command('restart', 'demo');
  assert.equal(code, 0);
  assert.match(stdout, /Container demo Restarting\nContainer demo Started\ndemo was restarted within [\d.]+ s\.\n/);
  const [run] = await runs();
  assert.deepEqual([run.service, run.state], ['demo', 'succeeded']);
});

test('says what went wrong', async () => {
  const failing = await command('restart', 'failing');
  assert.equal(failing.code, 1);
  assert.match(failing.stdout, /no such service: failing/);
  assert.match(failing.stderr, /failing was not restarted: the command ended with exit code 1/);
  const another = await command('restart', 'another');
  assert.equal(another.code, 1);
  assert.match(another.stderr, /«another» may not be restarted/);
  assert.equal((await command('restart')).code, 2);
});

test('gives JSON to scripts', async () => {
  const { code, stdout } = await command('restart', 'demo', '--json');
  assert.equal(code, 0);
  const { service, exit_code, timed_out } = JSON.parse(stdout);
  assert.deepEqual({ service, exit_code, timed_out }, { service: 'demo', exit_code: 0, timed_out: false });
});

test('restarts by itself where no Nova runs', async () => {
  const before = (await runs()).length;
  const { code, stdout } = await command('restart', 'slow', '--port', '1');
  assert.equal(code, 0);
  assert.match(stdout, /Container slow Started\nslow was restarted/);
  assert.equal((await runs()).length, before);
});
