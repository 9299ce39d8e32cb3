// Debian's nginx with packaging/nginx/nova-settings.conf, in a folder of its own and on free ports. Of the file only what an
// administrator would change is changed: addresses, certificate, replicas.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child, freePort, project, until } from './children.mjs';
import { call } from './calls.mjs';

export const name = 'nova.example.org';
export const origin = `https://${name}`;

/** In `text`, `from` by `to`; where there is nothing to replace, the file is not what this test thinks. */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`nova-settings.conf has no «${from}»`);
  return text.replaceAll(from, to);
}

export class Nginx {
  /** `replicas`: addresses with ports. */
  static async start(folder, replicas) {
    const nginx = new Nginx();
    nginx.folder = join(folder, 'nginx');
    mkdirSync(nginx.folder);
    nginx.plainPort = await freePort();
    nginx.port = await freePort();
    nginx.#certificate();
    writeFileSync(join(nginx.folder, 'site.conf'), nginx.#site(replicas));
    writeFileSync(join(nginx.folder, 'nginx.conf'), nginx.#main());
    nginx.child = new Child('/usr/sbin/nginx', ['-e', 'stderr', '-p', nginx.folder, '-c', join(nginx.folder, 'nginx.conf')]);
    await until(`nginx; it says ${nginx.child.output}`, () => {
      nginx.child.mustRun();
      return call(`http://127.0.0.1:${nginx.plainPort}/`);
    });
    return nginx;
  }

  #certificate() {
    const [key, certificate] = ['nova-settings.key', 'nova-settings.crt'].map((file) => join(this.folder, file));
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const named = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    execFileSync('openssl', [...made, ...named, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
    this.ca = readFileSync(certificate);
  }

  #site(replicas) {
    let text = readFileSync(join(project, 'packaging/nginx/nova-settings.conf'), 'utf8');
    text = replaced(text, 'server 127.0.0.1:8765 max_fails=0;', replicas.map((one) => `server ${one} max_fails=0;`).join('\n'));
    text = replaced(text, 'listen 80;', `listen 127.0.0.1:${this.plainPort};`);
    text = replaced(text, 'listen 443 ssl', `listen 127.0.0.1:${this.port} ssl`);
    return replaced(text, '/etc/nginx/nova-settings.', `${this.folder}/nova-settings.`);
  }

  #main() {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const folders = temporary.map((kind) => `${kind}_temp_path ${this.folder}/${kind};`).join('\n');
    const user = process.getuid() === 0 ? 'user root;' : ''; // The test's folder is nobody else's.
    return `${user} daemon off; worker_processes 2; pid ${this.folder}/pid; error_log stderr warn;
events {}
http { access_log ${this.folder}/access.log; ${folders} include ${this.folder}/site.conf; }
`;
  }

  /** How a caller of the name comes here: for call() and Listener.open(). `from`: the caller's own address. */
  by({ from = '127.0.0.1', headers, ...others } = {}) {
    const lookup = (_, options, done) =>
      options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
    // As over the port that needs no mention.
    return { ca: this.ca, servername: name, lookup, from, headers: { Host: name, ...headers }, ...others };
  }

  get address() {
    return `${origin}:${this.port}/nova/`;
  }

  end() {
    return this.child.end('SIGTERM');
  }
}
