// What the demo leaves behind: a Nova that may still run, and the folder.

import { readFileSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const patience = 5_000;

/** Whether `pid` is the Nova that works in `folder`, and not somebody who got its number after it. */
function isRunning(pid, folder) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return false;
  }
}

/** `pid` of Nova, if it was started, and its `folder`, if there is one. */
export async function clearUp({ pid, folder }) {
  const deadline = Date.now() + patience;
  const signal = (name) => {
    if (pid && isRunning(pid, folder)) process.kill(pid, name);
  };
  signal('SIGTERM');
  while (pid && isRunning(pid, folder) && Date.now() < deadline) await setTimeout(50);
  signal('SIGKILL');
  if (folder) rmSync(folder, { recursive: true, force: true });
}
