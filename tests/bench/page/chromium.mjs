// A Chromium with nothing in it, on a folder of its own, that ends with this program.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** Runs `use` with a Browser and the port of its DevTools. */
export async function withChromium(use) {
  const profile = mkdtempSync(join(tmpdir(), 'nova-bench-page-'));
  const child = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  process.once('SIGTERM', () => process.exit(1));
  try {
    const port = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`Chromium ended with ${code}`)));
      createInterface({ input: child.stderr }).on('line', (line) => {
        const found = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line);
        if (found) resolve(Number(found[1]));
      });
    });
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    try {
      return await use(browser, port);
    } finally {
      await browser.close();
    }
  } finally {
    child.kill();
    await ended.catch(() => {});
    process.off('exit', kill);
    // Chromium's helpers may still be writing.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A session for a window's cookies, by the token. */
export async function signIn(context, origin, token) {
  const answer = await context.request.post(`${origin}/api/session`, { data: { token }, headers: { Origin: origin } });
  if (!answer.ok()) throw new Error(`signing in was answered with ${answer.status()}`);
}
