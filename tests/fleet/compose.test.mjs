// packaging/docker-compose.yml as docker compose reads it. No engine runs here: what would be started is looked at, and the
// commands in it are run as they stand.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { Child, project, scratch, until } from './children.mjs';
import { readDockerfile } from './manifest.mjs';

const packaging = join(project, 'packaging');
const variables = { REDIS_PASSWORD: 'secret-of-redis' };
const restart = { DOCKER_GROUP: '998', MCP_COMPOSE_FOLDER: '/srv/mcp', MCP_SERVICES: 'mcp_gmail' };

/** docker compose, the plug-in or the program of its own, whichever is there. */
const compose = spawnSync('docker', ['compose', 'version']).status === 0 ? ['docker', 'compose'] : ['docker-compose'];

function resolve(files, env) {
  const [command, ...args] = [...compose, ...files.flatMap((file) => ['--file', join(packaging, file)]), 'config'];
  const { PATH, HOME } = process.env;
  return spawnSync(command, args, { encoding: 'utf8', env: { PATH, HOME, ...env }, cwd: '/' });
}

function resolved(files, env = variables) {
  const { status, stdout, stderr } = resolve(files, env);
  assert.equal(status, 0, stderr);
  return parse(stdout);
}

/** Versions 1 and 2 print ports and volumes in their short and their long form. */
const portOf = (port) => (typeof port === 'string' ? port.replace('/tcp', '') : `${port.host_ip}:${port.published}:${port.target}`);
const sourceOf = (volume) => (typeof volume === 'string' ? volume.split(':')[0] : volume.source);

test('what is started is shut in, and reached from this machine alone', () => {
  const { services, networks } = resolved(['docker-compose.yml']);
  assert.deepEqual(Object.keys(services).sort(), ['nova', 'redis']);
  for (const [name, service] of Object.entries(services)) {
    assert.equal(service.read_only, true, name);
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
    assert.equal(service.restart, 'unless-stopped', name);
    assert.ok(!service.privileged && !service.cap_add && !service.network_mode && !service.pid, name);
    for (const volume of service.volumes) assert.doesNotMatch(sourceOf(volume), /^\//, `${name} has nothing of the machine`);
  }
  assert.deepEqual(services.nova.ports.map(portOf), ['127.0.0.1:8765:8765']);
  assert.equal(services.redis.ports, undefined);
  assert.deepEqual(Object.keys(services.redis.networks), ['events']);
  assert.equal(networks.events.internal, true);
  assert.equal(services.nova.environment.NOVA_REDIS_URL, 'redis://:secret-of-redis@redis:6379/0');
  assert.equal(services.nova.build.target, 'nova');
});

test('the volumes are where the image keeps its files', () => {
  const { services } = resolved(['docker-compose.yml']);
  const targets = services.nova.volumes.map((volume) => (typeof volume === 'string' ? volume.split(':')[1] : volume.target));
  const [{ text }] = readDockerfile().filter(({ stage, keyword }) => stage === 'nova' && keyword === 'VOLUME');
  assert.deepEqual(targets.sort(), JSON.parse(text).sort());
});

test('without a password nothing starts, and it says where one belongs', () => {
  const { status, stderr } = resolve(['docker-compose.yml'], {});
  assert.notEqual(status, 0);
  assert.match(stderr, /packaging\/\.env/);
});

test('the socket of Docker comes by a file of its own, which wants to be told what for', () => {
  const files = ['docker-compose.yml', 'docker-compose.restart.yml'];
  const { services } = resolved(files, { ...variables, ...restart });
  assert.ok(services.nova.volumes.map(sourceOf).includes('/var/run/docker.sock'));
  assert.equal(services.nova.build.target, 'nova-with-compose');
  assert.equal(services.nova.environment.NOVA_RESTART_ALLOWED_SERVICES, 'mcp_gmail');
  assert.equal(services.nova.environment.NOVA_RESTART_COMPOSE_FILE, '/srv/mcp/docker-compose.yml');
  assert.deepEqual(services.nova.group_add.map(String), ['998']);
  for (const service of Object.values(services)) assert.deepEqual(service.cap_drop, ['ALL']);
  const { status, stderr } = resolve(files, variables);
  assert.notEqual(status, 0);
  assert.match(stderr, new RegExp(Object.keys(restart).join('|')));
});

test('the command and the health check of Redis do what they say', async () => {
  const place = scratch();
  const { redis } = resolved(['docker-compose.yml']).services;
  const plain = (text) => text.replaceAll('$$', '$'); // What config prints can be read by compose again.
  const [shell, option, script] = redis.command.map(plain);
  const env = { ...process.env, ...redis.environment };
  // In a network of its own, since it takes the port that it has in its container.
  const isRoot = process.getuid() === 0;
  const inside = ['unshare', ...(isRoot ? [] : ['-r']), '-n', shell, option];
  const started = `ip link set lo up; ${script.replace('/data', place.folder)}`;
  const server = new Child(inside[0], [...inside.slice(1), started], { env, cwd: place.folder });
  try {
    const [kind, check] = redis.healthcheck.test.map(plain);
    assert.equal(kind, 'CMD-SHELL');
    const user = isRoot ? [] : ['-U', '--preserve-credentials'];
    const inSameNetwork = (command, extra = {}) =>
      spawnSync('nsenter', ['-t', server.process.pid, ...user, '-n', 'sh', '-c', command], {
        encoding: 'utf8',
        env: { ...env, ...extra },
      });
    await until(`Redis to be well; it says ${server.output}`, () => {
      server.mustRun();
      return inSameNetwork(check).status === 0;
    });
    assert.notEqual(inSameNetwork(check, { REDIS_PASSWORD: 'another' }).status, 0);
    assert.match(inSameNetwork('redis-cli ping').stdout, /NOAUTH/);
    const list = execFileSync('ps', ['-o', 'args=', '-p', String(server.process.pid)], { encoding: 'utf8' });
    assert.doesNotMatch(list, /secret-of-redis/);
  } finally {
    await server.end('SIGTERM');
    place.remove();
  }
});
