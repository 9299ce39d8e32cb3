// A first look at Nova Settings: example servers, a catalog of them in a temporary folder, and Nova on that.
//
//   node demo/demo.mjs PROGRAM [arguments of the program]

import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Folder, service as serviceName } from './folder.mjs';
import { close, listen } from './listening.mjs';
import { Service } from './service.mjs';
import { trickle } from './tasks.mjs';

const [program, ...given] = process.argv.slice(2);
const says = (option) => given.findIndex((argument) => argument === option || argument.startsWith(`${option}=`));
if (!program || program.startsWith('-') || says('--root') >= 0 || says('--state-dir') >= 0) {
  console.error('Usage: node demo/demo.mjs PROGRAM [arguments]; --root and --state-dir are the demo’s own.');
  process.exit(2);
}

/** Takes `--port` out of what is given: what tells Nova about tasks has to know it, so that one is chosen here. */
async function takePort() {
  const at = says('--port');
  if (at >= 0) {
    const [option, value] = given.splice(at, given[at].includes('=') ? 1 : 2);
    const port = value ?? option.slice('--port='.length);
    if (port !== '0') return port;
  }
  const placeholder = createServer();
  const free = await listen(placeholder);
  await close(placeholder);
  return String(free);
}

/** Privileged and long out of use: nothing listens there, and nobody will start to. */
const silentPort = 9;

const servers = fork(fileURLToPath(new URL('servers.mjs', import.meta.url)), { execArgv: [] });
const service = new Service(serviceName);
const trickling = new AbortController();
let nova;
let isEnding = false;

/** All goes with this: the servers clear up when nobody is left to tell them anything. */
async function end() {
  trickling.abort();
  await service.close();
  const ended = servers.exitCode === null && servers.signalCode === null && once(servers, 'exit');
  if (servers.connected) servers.disconnect();
  await ended;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    isEnding = true;
    nova?.kill('SIGTERM');
  });

async function run() {
  const failed = once(servers, 'exit').then(() => Promise.reject(new Error('the example servers did not start')));
  const [{ ports }] = await Promise.race([once(servers, 'message'), failed]);
  failed.catch(() => {});
  await service.start();
  const folder = new Folder();
  servers.send({ folder: folder.path });
  folder.write({ ...ports, files: service.port, printer: silentPort });
  await service.listen(folder.socket);
  const port = await takePort();
  if (isEnding) return 0;

  const folders = ['--root', folder.path, '--state-dir', folder.state];
  console.error(`The demo is in ${folder.path}; its page is at http://127.0.0.1:${port}/`);
  nova = spawn(program, [...folders, ...given, '--port', port], { stdio: ['ignore', 'inherit', 'inherit'] });
  const gone = new Promise((resolve, reject) => {
    nova.on('error', reject);
    nova.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  if (nova.pid) servers.send({ pid: nova.pid });
  void trickle(port, folder.token, trickling.signal);
  return gone;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(`${basename(program)}: ${error.message}`);
  process.exitCode = 1;
} finally {
  await end();
}
