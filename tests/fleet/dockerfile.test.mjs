// packaging/Dockerfile, as far as it can be tried without an engine and without the package: image.mjs does the rest.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Child, freePort, program, project, scratch, until } from './children.mjs';
import { readDockerfile, readImage } from './manifest.mjs';

const instructions = readDockerfile();
const of = (stage, keyword) => instructions.filter((one) => one.stage === stage && one.keyword === keyword).map(({ text }) => text);

test('the image is Debian and the package, run by a user with a number', () => {
  const froms = instructions.filter(({ keyword }) => keyword === 'FROM').map(({ text }) => text);
  assert.deepEqual(froms.at(-1), 'nova', 'what is built by default');
  assert.match(of('nova', 'FROM')[0], /^debian:\$\{DEBIAN\}-slim AS nova$/);
  assert.deepEqual(of('nova', 'COPY'), ['--from=build /package/nova-settings-headless_*.deb /tmp/']);
  assert.deepEqual(of('nova', 'USER'), ['10001:10001']);
  assert.equal(of('nova-with-compose', 'USER').at(-1), '10001:10001');
  assert.deepEqual(readImage().entrypoint, ['nova-settingsd', '--system']);
});

test('the packages that it builds with are those of ./dev', () => {
  const [, pattern] = /sed -n '([^']+)' dev/.exec(of('build', 'RUN')[0]);
  const { stdout } = spawnSync('sed', ['-n', pattern, join(project, 'dev')], { encoding: 'utf8' });
  const [, list] = /^BUILD="(.*)"$/m.exec(readFileSync(join(project, 'dev'), 'utf8'));
  assert.equal(stdout.trim(), list);
  assert.match(stdout, /\bqt6-base-dev\b/);
});

test('nothing that the build needs is kept from it', () => {
  const ignored = readFileSync(join(project, '.dockerignore'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  for (const needed of ['CMakeLists.txt', 'CMakePresets.json', 'cmake', 'core', 'server', 'app', 'design', 'docs', 'configs', 'prompts', 'packaging', 'LICENSE']) {
    assert.ok(existsSync(join(project, needed)), needed);
    assert.ok(!ignored.includes(needed), needed);
  }
});

test('the health check passes for a Nova that is ready, and for nothing else', async () => {
  const place = scratch();
  const [command, ...args] = readImage().healthcheck;
  const port = await freePort();
  const check = () => spawnSync(command, args, { env: { PATH: process.env.PATH, NOVA_SERVER_PORT: String(port) } }).status;
  assert.notEqual(check(), 0);
  const folders = ['--root', place.folder, '--state-dir', join(place.folder, 'state')];
  const nova = new Child(program, [...folders, '--port', String(port)], { env: { PATH: process.env.PATH } });
  try {
    await until('the health check to pass', () => {
      nova.mustRun();
      return check() === 0;
    });
  } finally {
    await nova.end('SIGTERM');
  }
  assert.notEqual(check(), 0);
  place.remove();
});
