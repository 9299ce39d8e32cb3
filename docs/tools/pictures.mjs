// Takes the pictures of the guide from the web page of the demo. Needs what tests/browser and demo need (npm ci in each).
//
//   node docs/tools/pictures.mjs PROGRAM

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/browser/browser.mjs';

const [program] = process.argv.slice(2);
if (!program) {
  console.error('Usage: node docs/tools/pictures.mjs PROGRAM');
  process.exit(2);
}
const demo = spawn(process.execPath, [fileURLToPath(new URL('../../demo/demo.mjs', import.meta.url)), program], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
let folder;
createInterface({ input: demo.stderr }).on('line', (line) => (folder ??= /The demo is in (\S+);/.exec(line)?.[1]));
const link = await new Promise((resolve, reject) => {
  createInterface({ input: demo.stdout }).on('line', (line) => {
    const found = /^Open (\S+)/.exec(line);
    if (found) resolve(found[1]);
  });
  demo.on('exit', () => reject(new Error('the demo ended')));
});
const { origin } = new URL(link);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1040, height: 680 }, reducedMotion: 'reduce' });
page.setDefaultTimeout(15_000);

const path = (name) => fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url));
const take = (name) => page.screenshot({ path: path(name) });
const go = (place) => page.goto(`${origin}/#/${place}`);

try {
  await page.goto(link);
  await page.getByRole('switch').first().waitFor();
  // Everything has been asked, and what is down has been found so.
  await page.locator('[data-server=printer]', { hasText: 'cannot be reached' }).waitFor({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Add server' }).click();
  const field = (label) => page.locator('dialog[open]').getByLabel(label, { exact: true });
  await field('Name').fill('weather-2');
  await field('Address').fill('http://localhost:8010/mcp');
  await field('Description').fill('Forecasts for the week');
  await take('add-server');
  await page.keyboard.press('Escape');
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click();

  await go('servers/files');
  await page.locator('.details').getByRole('heading', { name: 'files' }).waitFor();
  await take('server-details');

  const catalog = join(folder, 'configs/mcp_servers.yaml');
  const good = readFileSync(catalog, 'utf8');
  writeFileSync(catalog, good.replace(/enabled: false/, 'enabled: maybe'));
  await go('servers');
  await page.getByRole('link', { name: /^Line \d+, column/ }).waitFor();
  await take('mistake');
  writeFileSync(catalog, good.replace(/description: .*/, 'description: Changed in an editor, for the picture'));
  await page.getByRole('link', { name: /^Line \d+, column/ }).waitFor({ state: 'detached' });

  await go('configuration/backups');
  await page.locator('[data-version]').last().click();
  await page.getByRole('region', { name: 'Differences' }).waitFor();
  await take('backups');

  await go('events');
  await page.getByRole('heading', { name: 'Events' }).waitFor();
  await take('events');

  await page.setViewportSize({ width: 390, height: 760 });
  await go('servers');
  await page.getByRole('switch').first().waitFor();
  await take('phone');
} catch (error) {
  await page.screenshot({ path: '/tmp/pictures-failed.png' });
  throw error;
} finally {
  await browser.close();
  const ended = once(demo, 'exit');
  demo.kill('SIGTERM');
  await ended;
}
