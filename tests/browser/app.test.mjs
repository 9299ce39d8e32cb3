// The page as an application: it can be installed, opens without its server, and keeps nothing of what the server knows.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { launch, newPage } from './browser.mjs';
import { Front } from './front.mjs';
import { Nova } from './nova.mjs';

// Under a name that is no loopback, a browser trusts plain HTTP less.
const elsewhere = 'nova.example';

let nova;
let browser;
let front;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch([`--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`])]);
  front = await Front.start(nova, '/nova/');
});
after(async () => {
  await browser?.close();
  await front?.close();
  await nova?.stop();
});

/** Everything that scripts could find kept in this browser. */
const keptIn = (page) =>
  page.evaluate(async () => {
    const kept = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    return { kept, storage: { ...localStorage, ...sessionStorage }, cookie: document.cookie };
  });

async function signIn(page) {
  await page.getByLabel('Token').fill(nova.token());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('switch').first().waitFor();
}

test('it is installed under any path, opens without its server, says so, and comes back by itself', async () => {
  const { page, context, check } = await newPage(browser, front, { serviceWorkers: 'allow' });
  await page.goto(front.address);
  await signIn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);

  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A window of a test is one that forgets everything, which is the one thing that is in the way.
  assert.deepEqual(installabilityErrors, [{ errorId: 'in-incognito', errorArguments: [] }]);
  const manifest = await devtools.send('Page.getAppManifest');
  assert.deepEqual(manifest.errors, []);
  assert.equal(JSON.parse(manifest.data).name, 'Nova Settings');

  const { kept, ...others } = await keptIn(page);
  assert.ok(kept.includes('/nova/'), kept.join(' '));
  for (const path of kept)
    assert.match(path, /^\/nova\/($|assets\/\w+-\w{8,10}\.(js|css)$|favicon\.svg$|app\.webmanifest$)/);
  assert.deepEqual(others, { storage: {}, cookie: '' });

  await front.close();
  await page.reload();
  await page.getByRole('heading', { name: 'Nova cannot be reached' }).waitFor();
  await page.getByText(/^Not since \d\d:\d\d\. This page tries again by itself\./).waitFor();
  await page.getByText('never kept in the browser').waitFor();
  assert.equal(await page.getByRole('switch').count(), 0);
  await page.evaluate(() => (window.notReloaded = true));

  await front.open();
  await page.getByRole('switch').first().waitFor();
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  assert.equal(await page.evaluate(() => window.notReloaded), true);

  // What a gateway says of a Nova that is not there.
  front.status = 502;
  await page.reload();
  await page.getByRole('heading', { name: 'Nova cannot be reached' }).waitFor();
  front.status = 0;
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('switch').first().waitFor();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Token').waitFor();
  assert.deepEqual(await keptIn(page), { kept, storage: {}, cookie: '' });
  await front.close();
  await page.reload();
  await page.getByRole('heading', { name: 'Nova cannot be reached' }).waitFor();
  await front.open();
  await page.getByLabel('Token').waitFor();
  await check(/ERR_|status of (401|502)|WebSocket connection/);
  await context.close();
});

test('a newer page is there with the next load, and the older one is not kept', async () => {
  const { page, context, check } = await newPage(browser, front, { serviceWorkers: 'allow' });
  await page.goto(front.address);
  await page.getByLabel('Token').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const [older] = await page.evaluate(() => caches.keys());

  front.rewrites = {
    '/': (text) => text.replace('<html lang="en">', '<html lang="en" data-newer>'),
    '/sw.js': (text) => text.replace(/version:"[0-9a-f]{10}"/, 'version:"newer"'),
  };
  await page.reload();
  assert.equal(await page.locator('html[data-newer]').count(), 1);
  const names = () => page.evaluate(() => caches.keys());
  const end = Date.now() + 10_000;
  while ((await names()).includes(older) && Date.now() < end) await setTimeout(50);
  assert.deepEqual(await names(), [older.replace(/[^ ]+$/, 'newer')]);

  await front.close();
  await page.reload();
  await page.getByRole('heading', { name: 'Nova cannot be reached' }).waitFor();
  assert.equal(await page.locator('html[data-newer]').count(), 1);
  front.rewrites = {};
  await front.open();
  await page.getByLabel('Token').waitFor();
  await check(/ERR_/);
  await context.close();
});

test('where a browser has no service workers the page is the same', async () => {
  const far = { origin: front.origin.replace('127.0.0.1', elsewhere), showsPage: true };
  const { page, context, check } = await newPage(browser, far, { serviceWorkers: 'allow' });
  await page.goto(`${far.origin}/nova/`);
  await signIn(page);
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  assert.deepEqual(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator]), [false, false]);
  await check();
  await context.close();
});
