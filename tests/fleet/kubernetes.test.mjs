// packaging/kubernetes/nova-settings.yaml, carried out as a cluster would: its replicas on its ConfigMaps, its Secret and a
// real Redis.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { bearer, call, signIn } from './calls.mjs';
import { freePort, scratch, until } from './children.mjs';
import { Pod } from './kubelet.mjs';
import { only, readImage, readManifest } from './manifest.mjs';
import { Listener } from './listener.mjs';
import { Redis } from './redis.mjs';

const objects = readManifest();
const deployment = only(objects, 'Deployment');
const token = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const place = scratch();
const cluster = {
  folder: place.folder,
  objects,
  image: readImage(),
  configMap: (name) => only(objects, 'ConfigMap', name).data,
  secret: (name) => {
    assert.equal(name, 'nova-settings');
    return { token: `${token}\n`, 'redis-url': redis.url };
  },
};
const catalog = () => ({ ...cluster.configMap('nova-settings-configs') });
let redis;
let pods = [];
let listeners = [];

/** The catalog of a replica, when it is as wanted. */
const catalogOf = (pod, isSo) =>
  until(`the catalog of ${pod.name}`, async () => {
    const { catalog } = (await call(`${pod.origin}api/state`, { headers: bearer(token) })).json();
    return isSo(catalog) && catalog;
  });

const isOn = (name, on) => (found) => found.servers.find((server) => server.name === name)?.enabled === on;

before(async () => {
  redis = await Redis.start(place.folder);
  const port = await freePort();
  for (let number = 1; number <= deployment.spec.replicas; number++)
    pods.push(new Pod(cluster, deployment, `nova-settings-${number}`, `127.0.1.${number}`, port));
  for (const pod of pods) pod.start();
  await Promise.all(pods.map((pod) => pod.isReady()));
  listeners = await Promise.all(pods.map((pod) => Listener.open(pod.origin, { headers: bearer(token) })));
});
after(async () => {
  await Promise.all(pods.filter((pod) => pod.child).map((pod) => pod.end('SIGKILL')));
  await redis?.end('SIGKILL');
  place.remove();
});

test('the manifest fits together', () => {
  const { template, selector } = deployment.spec;
  assert.ok(deployment.spec.replicas >= 2);
  const labels = template.metadata.labels;
  for (const chosen of [selector.matchLabels, only(objects, 'Service').spec.selector]) assert.deepEqual(chosen, labels);
  assert.deepEqual(only(objects, 'PodDisruptionBudget').spec.selector.matchLabels, labels);
  const [container] = template.spec.containers;
  assert.deepEqual(
    container.volumeMounts.map(({ name }) => name).sort(),
    template.spec.volumes.map(({ name }) => name).sort(),
  );
  const { securityContext } = template.spec;
  assert.deepEqual([securityContext.runAsUser, securityContext.runAsGroup], cluster.image.user);
  assert.equal(container.securityContext.readOnlyRootFilesystem, true);
  // What it serves, the Service hands on; under the Service's name, too.
  const [named] = container.ports;
  assert.equal(named.containerPort, 8765);
  const service = only(objects, 'Service');
  assert.equal(service.spec.ports[0].targetPort, named.name);
  assert.ok(parse(catalog()['nova.yaml']).server.allowed_hosts.includes(service.metadata.name));
  assert.deepEqual(objects.filter(({ kind }) => kind === 'Secret'), [], 'no secret is in a file');
});

test('every replica is started, alive and ready by the probes, whatever name it is asked by', async () => {
  for (const pod of pods)
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
      assert.equal(await pod.probe(probe), 200, `${pod.name} ${probe}`);
});

test('callers of the Service are let in by its name, others are not', async () => {
  const at = ({ origin, port }, host) => call(`${origin}api/mcp`, { headers: { ...bearer(token), Host: `${host}:${port}` } });
  assert.equal((await at(pods[0], 'nova-settings')).status, 200);
  assert.equal((await at(pods[0], 'stranger.example')).status, 421);
});

test('a ConfigMap is shown and managed elsewhere', async () => {
  for (const pod of pods) {
    const found = await catalogOf(pod, ({ servers }) => servers.length === 2);
    assert.equal(found.status, 'loaded');
    const answer = await call(`${pod.origin}api/mcp/gmail/toggle`, { method: 'PUT', headers: bearer(token) });
    assert.equal(answer.status, 409, answer.body);
    assert.match(answer.json().detail, /managed elsewhere/);
    const prompt = await call(`${pod.origin}api/prompt`, {
      method: 'PUT',
      headers: { ...bearer(token), 'If-Match': '*' },
      json: { content: 'Another one.' },
    });
    assert.equal(prompt.status, 409, prompt.body);
  }
});

test('a session of one replica is good at the others', async () => {
  const { cookie, csrf } = await signIn(pods[0].origin, token);
  for (const pod of pods) {
    const headers = { Cookie: cookie, 'X-CSRF-Token': csrf };
    assert.equal((await call(`${pod.origin}api/mcp`, { headers })).status, 200, pod.name);
    const write = (extra) =>
      call(`${pod.origin}ws/broadcast`, {
        method: 'POST',
        headers: { Cookie: cookie, ...extra },
        json: { type: 'task_updated', data: { counts: { pending: 0 } } },
      });
    assert.equal((await write({})).status, 403, 'without the CSRF token');
    assert.equal((await write({ 'X-CSRF-Token': csrf })).status, 200);
  }
});

test('an event that one replica is told reaches the clients of all, once', async () => {
  const answer = await call(`${pods[0].origin}ws/broadcast`, {
    method: 'POST',
    headers: bearer(token),
    json: { type: 'task_updated', data: { task: { id: 'one', status: 'running', title: 'One' } } },
  });
  assert.equal(answer.status, 200, answer.body);
  const { id } = answer.json();
  await allCaughtUp('after one');
  for (const listener of listeners) assert.equal(listener.events().filter((event) => event.id === id).length, 1);
});

/** Says something at every replica, and waits until everybody has heard all of it: what was to come before has come. */
async function allCaughtUp(word) {
  const said = pods.map((pod) => `${word} at ${pod.name}`);
  for (const [at, pod] of pods.entries())
    await call(`${pod.origin}ws/broadcast`, {
      method: 'POST',
      headers: bearer(token),
      json: { type: 'task_updated', data: { task: { id: said[at], status: 'running', title: said[at] } } },
    });
  for (const listener of listeners)
    for (const id of said) await listener.hear('task_updated', (data) => data.task?.id === id);
}

test('an update of the ConfigMap is seen by every replica, told once by each', async () => {
  const next = catalog();
  next['mcp_servers.yaml'] = next['mcp_servers.yaml'].replace('enabled: true', 'enabled: false');
  for (const pod of pods) pod.volumes.configs.update(next);
  for (const [at, pod] of pods.entries()) {
    await catalogOf(pod, isOn('gmail', false));
    await listeners[at].hear('mcp_toggled', ({ origin }) => origin === 'file');
    await listeners[at].hear('config_validated', ({ origin }) => origin === 'file');
  }
  await allCaughtUp('after the update');
  for (const [at, pod] of pods.entries()) {
    for (const type of ['mcp_toggled', 'config_validated']) {
      const heard = listeners[at].events(type).filter(({ data }) => data.origin === 'file');
      assert.equal(heard.length, 1, `${type} of ${pod.name}`);
      // And what the other replicas saw, as theirs.
      const others = listeners[at].events(type).filter(({ data }) => data.origin === 'remote');
      assert.deepEqual(
        others.map(({ source }) => source.split('@')[1]),
        pods.filter((one) => one !== pod).map(({ name }) => name),
      );
    }
    const ids = listeners[at].events().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'no event twice');
  }
});

test('a ConfigMap with a mistake leaves the last good one in force everywhere', async () => {
  const good = catalog();
  for (const pod of pods) pod.volumes.configs.update({ ...good, 'mcp_servers.yaml': 'gmail:\n  url: [\n' });
  for (const pod of pods) {
    const found = await catalogOf(pod, ({ status }) => status === 'invalid');
    assert.equal(found.servers.length, 2);
    assert.equal(found.errors[0].line > 0, true);
    assert.equal(await pod.probe('readinessProbe'), 200, 'it still serves');
  }
  for (const pod of pods) pod.volumes.configs.update(good);
  for (const pod of pods) await catalogOf(pod, ({ status, servers }) => status === 'loaded' && servers[0].enabled);
});

test('a changed setting is followed without a restart', async () => {
  const next = catalog();
  const settings = next['nova.yaml'];
  next['nova.yaml'] = settings.replace('[nova-settings,', '[nova-settings, other-name,');
  assert.notEqual(next['nova.yaml'], settings);
  for (const pod of pods) pod.volumes.configs.update(next);
  for (const { origin, port, name } of pods)
    await until(`${name} by its other name`, async () => {
      const headers = { ...bearer(token), Host: `other-name:${port}` };
      return (await call(`${origin}api/mcp`, { headers })).status === 200;
    });
  // Settings of the web side close the WebSockets; clients come back by themselves.
  await Promise.all(listeners.map((listener) => listener.closed));
  listeners = await Promise.all(pods.map((pod) => Listener.open(pod.origin, { headers: bearer(token) })));
});

test('Redis goes and comes back: everything local goes on, and what was said meanwhile arrives', async () => {
  const redisOf = async (pod) => (await call(`${pod.origin}api/health/redis`, { headers: bearer(token) })).json().status;
  await redis.end('SIGKILL');
  for (const pod of pods) await until('Redis to be missed', async () => (await redisOf(pod)) === 'reconnecting');
  for (const pod of pods) assert.equal(await pod.probe('readinessProbe'), 200, 'Redis is not needed for serving');
  await call(`${pods[0].origin}ws/broadcast`, {
    method: 'POST',
    headers: bearer(token),
    json: { type: 'task_updated', data: { task: { id: 'kept', status: 'running', title: 'Kept' } } },
  });
  await redis.start();
  for (const listener of listeners) await listener.hear('task_updated', ({ task }) => task?.id === 'kept');
  for (const pod of pods) await until('Redis to be back', async () => (await redisOf(pod)) === 'connected');
});

test('a replica that is killed takes nobody along, and comes back', async () => {
  const [first, ...others] = pods;
  await first.end('SIGKILL');
  for (const pod of others) assert.equal(await pod.probe('readinessProbe'), 200);
  assert.equal(await listeners[0].closed, 1006);
  first.start(); // On what is in its state folder, as the kubelet restarts a container.
  await first.isReady();
  listeners[0] = await Listener.open(first.origin, { headers: bearer(token) });
  await allCaughtUp('after the kill');
});

test('a replica that is told to end says so to its clients', async () => {
  const [last] = pods.slice(-1);
  assert.equal(await last.end('SIGTERM').then(async () => listeners.at(-1).closed), 1001);
  assert.equal(last.child.process.exitCode, 0, last.child.output);
});

test('nothing failed on the way, and no secret is in a log', () => {
  for (const { child, name } of pods) {
    const lines = child.output.split('\n').filter((line) => line.startsWith('{'));
    assert.ok(lines.length, name);
    const worse = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
    assert.deepEqual(worse, []);
    assert.ok(!child.output.includes(token) && !child.output.includes(redis.password));
  }
});
