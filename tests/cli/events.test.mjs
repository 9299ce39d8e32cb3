// @ts-check
// events: what a Nova remembers, and what happens, over its end and its start.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { Nova } from '../browser/nova.mjs';
import { Command, program, run, until, wordsFor } from './command.mjs';

const nova = new Nova();
before(() => nova.start());
after(() => nova.stop());

const toggle = async () => assert.equal((await run(nova, ['toggle', 'search'])).code, 0);
const follow = (...more) => new Command(wordsFor(nova, ['events', '--follow', ...more]));
const types = ['--type', 'mcp_toggled', '--type', 'config_validated'];

test('what is remembered', async () => {
  await toggle();
  await toggle();
  const all = await run(nova, ['events', '--json', '--type', 'mcp_toggled']);
  const events = all.lines.map((line) => JSON.parse(line));
  assert.equal(events.length, 2);
  assert.deepEqual(events.map((event) => event.data.name), ['search', 'search']);
  const last = await run(nova, ['events', '--last', '1', '--type', 'mcp_toggled']);
  assert.match(last.out, /^\d\d:\d\d:\d\d\.\d{3}  mcp_toggled +search is on \(api\)\n$/);
  assert.equal((await run(nova, ['events', '--last', '0'])).out, '');
});

test('follows, over the end of the Nova and its start, and says where events may be missing', async () => {
  const following = follow('--json', '--last', '1', ...types);
  await until(() => following.lines.length === 1, 'the last event');
  await toggle();
  await until(() => following.lines.length === 2, 'an event');
  await nova.kill();
  await until(() => following.errors.includes('Nova is away'), 'its end');
  await nova.start();
  await until(() => following.errors.includes('there again'), 'its return');
  await toggle();
  await until(() => following.lines.length === 4, 'an event of the new one');
  const [, before, gap, later] = following.lines.map((line) => JSON.parse(line));
  assert.equal(before.type, 'mcp_toggled');
  assert.match(gap.gap, /started anew/);
  assert.equal(later.type, 'mcp_toggled');
  following.child.kill('SIGINT');
  assert.equal((await following.ended).code, 0);
});

test('each event once and in order', async () => {
  const first = (await run(nova, ['events', '--json', '--type', 'mcp_toggled'])).lines.length;
  const following = follow('--json', '--last', '1000', '--type', 'mcp_toggled');
  for (let count = 0; count < 6; count += 1) await toggle();
  await until(() => following.lines.length >= first + 6, 'all events');
  following.child.kill('SIGTERM');
  assert.equal((await following.ended).code, 0);
  const numbers = following.lines.map((line) => JSON.parse(line).seq);
  assert.equal(numbers.length, first + 6);
  assert.deepEqual(numbers, [...new Set(numbers)].sort((a, b) => a - b));
});

test('ends quietly when nobody reads any more', async () => {
  await toggle();
  const shell = spawn('bash', ['-c', '"$@" | head -n 1; echo "${PIPESTATUS[0]}"', '-', program, ...wordsFor(nova, ['events', '--follow', '--last', '1', ...types])]);
  let out = '';
  let errors = '';
  shell.stdout.on('data', (text) => (out += text));
  shell.stderr.on('data', (text) => (errors += text));
  await once(shell, 'close');
  assert.match(out, /mcp_toggled.*\n0\n$/);
  assert.equal(errors, '');
});

test('a new token ends it', async () => {
  const following = follow('--json', '--last', '1', ...types);
  await until(() => following.lines.length === 1, 'the last event');
  await nova.kill();
  assert.equal((await run(nova, ['token', '--rotate'])).code, 0);
  await nova.start();
  assert.equal((await following.ended).code, 1);
  assert.match(following.errors, /does not take the token/);
});

test('there are none where no Nova runs', async () => {
  const told = await run(nova, ['events'], { port: '1' });
  assert.equal(told.code, 1);
  assert.match(told.errors, /No Nova runs on the files/);
});
