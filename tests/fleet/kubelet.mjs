// What the kubelet does for a pod, as far as the pod can tell: volumes of ConfigMaps and Secrets with their links and their
// way of changing, mounts that cannot be written, another user, a host name, and probes that come by the pod's address.

import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { call } from './calls.mjs';
import { Child, program, until } from './children.mjs';

const isRoot = process.getuid() === 0;
let swaps = 0;

/** A folder as pkg/volume/util's AtomicWriter of Kubernetes makes it: everything changes with the one link ..data. */
export class Volume {
  constructor(folder, { mode = 0o644, group } = {}) {
    Object.assign(this, { folder, mode, group });
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
  }

  #own(path, mode) {
    chmodSync(path, this.group === undefined ? mode : mode | 0o440);
    if (isRoot && this.group !== undefined) chownSync(path, 0, this.group);
  }

  update(data) {
    const at = (...names) => join(this.folder, ...names);
    const before = lstatSync(at('..data'), { throwIfNoEntry: false }) && readlinkSync(at('..data'));
    const fresh = `..2026_11_23_10_15_30.${String(++swaps).padStart(9, '0')}`;
    mkdirSync(at(fresh));
    this.#own(at(fresh), 0o755);
    for (const [name, text] of Object.entries(data)) {
      writeFileSync(at(fresh, name), text);
      this.#own(at(fresh, name), this.mode);
    }
    symlinkSync(fresh, at('..data_tmp'));
    renameSync(at('..data_tmp'), at('..data'));
    for (const name of Object.keys(data))
      if (!lstatSync(at(name), { throwIfNoEntry: false })) symlinkSync(join('..data', name), at(name));
    for (const name of readdirSync(this.folder))
      if (!name.startsWith('..') && !(name in data)) rmSync(at(name));
    if (before) rmSync(at(before), { recursive: true });
  }
}

/** One replica of a Deployment. `cluster`: { folder, objects, secrets, image, environment }. */
export class Pod {
  volumes = {};

  constructor(cluster, deployment, name, address, port) {
    Object.assign(this, { cluster, name, address, port });
    this.spec = deployment.spec.template.spec;
    this.container = this.spec.containers[0];
    this.folder = join(cluster.folder, name);
    this.origin = `http://${address}:${port}/`;
    for (const volume of this.spec.volumes) this.volumes[volume.name] = this.#make(volume);
  }

  #make({ name, configMap, secret, emptyDir }) {
    const group = this.spec.securityContext.fsGroup;
    const folder = join(this.folder, 'volumes', name);
    const source = configMap ?? secret;
    const volume = new Volume(folder, { mode: source?.defaultMode, group });
    if (configMap) volume.update(this.cluster.configMap(configMap.name));
    else if (secret)
      volume.update(
        Object.fromEntries(secret.items.map(({ key, path }) => [path, this.cluster.secret(secret.secretName)[key]])),
      );
    else if (!emptyDir) throw new Error(`${name} is a volume that is not made here`);
    return volume;
  }

  /** Where in the test's folder a path of the container is. */
  #inside(path) {
    return join(this.folder, 'root', path);
  }

  #environment() {
    const stated = (this.container.env ?? []).map(({ name, value, valueFrom }) => {
      if (!valueFrom) return [name, value];
      const { name: secret, key } = valueFrom.secretKeyRef;
      return [name, this.cluster.secret(secret)[key]];
    });
    const inside = stated.map(([name, value]) => [name, value.startsWith('/') ? this.#inside(value) : value]);
    return {
      PATH: process.env.PATH,
      ...this.#serviceLinks(),
      ...this.cluster.image.env,
      ...Object.fromEntries(inside),
      // The one thing that is not as in a cluster: folders and addresses that other pods of this machine do not have.
      NOVA_ROOT: this.#inside('/etc/nova-settings'),
      NOVA_STATE_DIR: this.#inside('/var/lib/nova-settings'),
      NOVA_SERVER_HOST: this.address,
      NOVA_SERVER_PORT: String(this.port),
      NOVA_HEALTH_INTERVAL_S: '0',
    };
  }

  /** What the kubelet tells of every Service as variables, where it is not told to leave that. */
  #serviceLinks() {
    if (this.spec.enableServiceLinks === false) return {};
    const services = this.cluster.objects.filter(({ kind }) => kind === 'Service');
    const upper = services.map(({ metadata }) => metadata.name.toUpperCase().replaceAll('-', '_'));
    return Object.fromEntries(upper.map((name) => [`${name}_SERVICE_HOST`, '10.96.0.17']));
  }

  start() {
    const { runAsUser, runAsGroup } = this.spec.securityContext;
    const mounts = this.container.volumeMounts.map(({ name, mountPath, readOnly }) => {
      mkdirSync(this.#inside(mountPath), { recursive: true });
      return `mount --bind ${readOnly ? '-o ro' : ''} '${this.volumes[name].folder}' '${this.#inside(mountPath)}'`;
    });
    const become = isRoot
      ? `setpriv --reuid ${runAsUser} --regid ${runAsGroup} --groups ${this.spec.securityContext.fsGroup} --no-new-privs --bounding-set=-all`
      : '';
    const [, ...entry] = this.cluster.image.entrypoint;
    const script = [...mounts, `hostname ${this.name}`, `exec ${become} "$@"`].join(' && ');
    this.child = new Child(
      'unshare',
      [...(isRoot ? [] : ['-r']), '-m', '-u', 'sh', '-c', script, 'sh', program, ...entry, ...(this.container.args ?? [])],
      { env: this.#environment(), cwd: dirname(this.#inside('x')) },
    );
  }

  /** As the kubelet asks: by the pod's address, under no name that Nova was told. */
  async probe(kind) {
    const { path, port } = this.container[kind].httpGet;
    if (!this.container.ports.some((one) => one.name === port)) throw new Error(`no port ${port}`);
    const { status } = await call(new URL(path, this.origin).href, { headers: { Host: '10.42.0.17:8765' } });
    return status;
  }

  isReady() {
    return until(`${this.name} to be ready; it says\n${this.child.output}`, async () => {
      this.child.mustRun();
      return (await this.probe('readinessProbe')) === 200;
    });
  }

  end(signal) {
    return this.child.end(signal);
  }
}
