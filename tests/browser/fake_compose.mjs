// Stands in for docker compose: `fake_compose.mjs restart SERVICE`. Writes what it does and waits while the file
// `SERVICE.hold` lies in the folder that it runs in; fails where `SERVICE.fail` does.

import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [command, service] = process.argv.slice(2);
console.log(` Container ${service}  ${command === 'restart' ? 'Restarting' : 'Unknown command'}`);
const deadline = Date.now() + 30_000;
while (existsSync(`${service}.hold`) && Date.now() < deadline) await sleep(50);
if (existsSync(`${service}.fail`)) {
  console.error(`no such service: ${service}`);
  process.exitCode = 14;
} else {
  console.log(` Container ${service}  Started`);
}
