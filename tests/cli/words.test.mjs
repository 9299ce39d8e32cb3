// @ts-check
// The help is made from the table of commands. The man pages, the completions and the reference say the same words.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Nova } from '../browser/nova.mjs';
import { program, wordsFor } from './command.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(project, path), 'utf8');
const help = (...words) => execFileSync(program, ['help', ...words], { encoding: 'utf8' });
const commands = [...help().split('\nCommands:\n')[1].split('\n\n')[0].matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
const optionsIn = (text) => [...text.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);
const options = [...new Set([help(), ...commands.map((name) => help(name))].flatMap(optionsIn))];
const hasWord = (text, word) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text);

test('there are the commands of the contract', () => {
  for (const name of ['list', 'toggle', 'events', 'probe', 'validate', 'token', 'restart', 'export', 'import'])
    assert.ok(commands.includes(name), name);
  assert.ok(options.length > 20);
});

for (const page of ['nova-settings.1', 'nova-settingsd.1']) {
  test(`${page} has every command and option`, () => {
    const text = read(`packaging/man/${page}`).replaceAll('\\-', '-');
    for (const name of commands) assert.match(text, new RegExp(`^\\.SS ${name}( |$)`, 'm'), name);
    for (const name of options) assert.ok(text.includes(`\\fB--${name}\\fR`), name);
  });
}

test('the man pages are clean', { skip: spawnSync('man', ['--version']).error && 'there is no man' }, () => {
  for (const page of ['nova-settings.1', 'nova-settingsd.1', 'nova.yaml.5']) {
    const made = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', join(project, 'packaging/man', page)], { env: { ...process.env, MANWIDTH: '80' }, encoding: 'utf8' });
    assert.deepEqual([made.status, made.stderr], [0, ''], page);
  }
});

test('the reference has every command and option', () => {
  const text = read('docs/reference/command-line.md');
  for (const name of commands) assert.match(text, new RegExp(`^### \`${name}[ \`]`, 'm'), name);
  for (const name of options) assert.match(text, new RegExp(`\`--${name}[ \`]`), name);
});

test('every completion has every command and option', () => {
  for (const file of ['bash/nova-settings', 'zsh/_nova-settings', 'fish/nova-settings.fish']) {
    const text = read(`packaging/completions/${file}`);
    for (const name of commands) assert.ok(hasWord(text, name), `${file}: ${name}`);
    for (const name of options) {
      const found = file.startsWith('fish') ? text.includes(` -l ${name} `) : hasWord(text, `--${name}`);
      assert.ok(found, `${file}: --${name}`);
    }
  }
});

for (const [shell, file] of [
  ['zsh', 'zsh/_nova-settings'],
  ['fish', 'fish/nova-settings.fish'],
]) {
  test(`${shell} reads its completion`, { skip: spawnSync(shell, ['--version']).error && `there is no ${shell}` }, () => {
    execFileSync(shell, ['-n', join(project, 'packaging/completions', file)]);
  });
}

let nova;
before(async () => {
  nova = await Nova.start();
});
after(() => nova?.stop());

/** What bash offers behind these words. */
function completed(...words) {
  const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _nova_settings; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const file = join(project, 'packaging/completions/bash/nova-settings');
  return execFileSync('bash', ['-c', script, file, ...words], { encoding: 'utf8' }).trim().split('\n').filter(Boolean);
}

test('bash completes commands, options, their words and the names of servers', () => {
  assert.deepEqual(completed(program, ''), commands);
  assert.deepEqual(completed(program, 'to'), ['toggle', 'token']);
  assert.deepEqual(completed(program, '--color', ''), ['auto', 'always', 'never']);
  assert.deepEqual(completed(program, 'export', '--for', 'c'), ['claude-desktop', 'claude-code', 'cursor']);
  const places = wordsFor(nova, []);
  assert.deepEqual(completed(program, ...places, 'toggle', ''), ['gmail', 'calendar', 'search', 'files', 'notion']);
  assert.deepEqual(completed(program, ...places, 'toggle', 'c'), ['calendar']);
  assert.deepEqual(completed(program, 'toggle', 'gmail', ''), ['on', 'off']);
  for (const name of commands.filter((one) => one !== 'help')) {
    const offered = completed(program, name, '--');
    for (const option of optionsIn(help(name))) assert.ok(offered.includes(`--${option}`), `${name} --${option}`);
  }
  assert.ok(!completed(program, 'toggle', '--').includes('--rotate'));
});

test('nova.yaml(5) has every setting', async () => {
  const answer = await fetch(`${nova.origin}/api/settings`, { headers: { Authorization: `Bearer ${nova.token()}` } });
  const { settings } = await answer.json();
  const names = settings.map((setting) => setting.name);
  assert.ok(names.length > 20);
  const text = read('packaging/man/nova.yaml.5').replaceAll('\\-', '-');
  for (const name of names) assert.ok(text.includes(`\\fB${name}\\fR`), name);
});
