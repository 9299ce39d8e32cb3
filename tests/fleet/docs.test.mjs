// The commands of docs/operations/reverse-proxy.md, one after the other, as an administrator gives them: on the well-known
// ports of a network of their own, on a copy of Debian's /etc/nginx, with the settings of the page in Nova's nova.yaml.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program, project, scratch } from './children.mjs';

const page = readFileSync(join(project, 'docs/operations/reverse-proxy.md'), 'utf8');
const commands = [...page.matchAll(/^<!-- world: proxy -->\n```sh\n([^]*?)^```$/gm)].map(([, text]) => text);
const [settings] = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text]) => text);

/** What is not as on a machine of one's own: there is nobody else to become, nothing to install, and no systemd. */
const standIns = {
  sudo: 'exec "$@"',
  'apt-get': 'shift $(($# - 1)); exec dpkg-query --status "$1" >/dev/null',
  systemctl: '[ "$*" = "reload nginx" ] && { if [ -s /run/nginx.pid ]; then exec nginx -s reload; else exec nginx; fi; }',
};

/** Mounts and a network that end with the script. */
const surroundings = `
ip link set lo up
mount -t tmpfs tmpfs /run
for folder in /etc/nginx /var/log/nginx /var/lib/nginx; do mount --bind "$PLACE$folder" "$folder"; done
nova-settingsd >"$PLACE/nova.log" 2>&1 &
until curl --silent --fail http://127.0.0.1:8765/ready >/dev/null; do kill -0 $! || { cat "$PLACE/nova.log"; exit 1; }; sleep 0.02; done
`;

test('every block of the page is one of these', () => {
  assert.equal(commands.length, page.match(/^```sh$/gm).length);
  assert.ok(commands.length >= 3);
});

test('the commands of the page work', () => {
  const place = scratch();
  try {
    const at = (...names) => join(place.folder, ...names);
    for (const folder of ['configs', 'prompts']) cpSync(join(project, folder), at('root', folder), { recursive: true });
    writeFileSync(at('root/configs/nova.yaml'), settings);
    cpSync('/etc/nginx', at('etc/nginx'), { recursive: true, verbatimSymlinks: true });
    // Who may only pretend to be root cannot become another.
    const main = at('etc/nginx/nginx.conf');
    writeFileSync(main, readFileSync(main, 'utf8').replace(/^user .*;/m, 'user root;'));
    for (const folder of ['var/log/nginx', 'var/lib/nginx', 'bin']) mkdirSync(at(folder), { recursive: true });
    for (const [name, text] of Object.entries({ ...standIns, 'nova-settingsd': `exec "${program}" "$@"` })) {
      writeFileSync(at('bin', name), `#!/bin/sh\n${text}\n`);
      chmodSync(at('bin', name), 0o755);
    }
    const script = ['set -euo pipefail', surroundings, ...commands].join('\n');
    const root = process.getuid() === 0 ? [] : ['-r'];
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      [...root, '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'bash', '-c', script],
      {
        cwd: project,
        encoding: 'utf8',
        timeout: 60_000,
        killSignal: 'SIGKILL', // unshare does not end by another one while what it started goes on.
        env: {
          PATH: `${at('bin')}:/usr/sbin:/usr/bin:/sbin:/bin`,
          HOME: place.folder,
          PLACE: place.folder,
          NOVA_ROOT: at('root'),
          NOVA_STATE_DIR: at('state'),
        },
      },
    );
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /"status":"ready"/);
    assert.match(stdout, /"name":"gmail"/);
  } finally {
    place.remove();
  }
});
