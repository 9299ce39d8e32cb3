import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, newPage, serverSwitch, signedIn, stands } from './browser.mjs';
import { Front } from './front.mjs';
import { Nova } from './nova.mjs';

let nova;
let browser;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

test('a page comes back by itself after its server was killed, with what changed meanwhile', async () => {
  const { page, check } = await signedIn(browser, nova);
  await page.evaluate(() => (window.notReloaded = true));

  await nova.kill();
  await page.getByText('The connection to Nova is lost').waitFor();
  await page.locator('[data-status=live]', { hasText: 'Reconnecting…' }).waitFor();
  assert.equal(await page.getByRole('switch').count(), 5, 'what was known stays');
  await serverSwitch(page, 'gmail').click({ force: true });
  await page.getByText('Nothing can be changed until it is back.').waitFor();

  nova.sed(nova.catalog, '/^notion:/,$ s/enabled: false/enabled: true/');
  await nova.start();
  await stands(page, 'notion', true);
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  await page.getByText('The connection to Nova is lost').waitFor({ state: 'detached' });

  // The session and its CSRF token are good again, too.
  await serverSwitch(page, 'gmail').click();
  await stands(page, 'gmail', false);
  assert.match(nova.readCatalog(), /enabled: false/);
  assert.equal(await page.evaluate(() => window.notReloaded), true);
  await check(/WebSocket connection to|ERR_(CONNECTION_REFUSED|CONNECTION_RESET|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)/);
});

test('a line that carries nothing any more is noticed, said and mended, and nothing is missed', async () => {
  const front = await Front.start(nova);
  const { page, context, check } = await newPage(browser, front);
  await page.clock.install();
  await page.goto(front.address);
  await page.getByLabel('Token').fill(nova.token());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();

  front.deaf = true;
  nova.sed(nova.catalog, '/^search:/,/^files:/ s/enabled: true/enabled: false/');
  await page.clock.runFor(25_000); // The time of a sign of life, which is asked for
  await page.clock.runFor(10_000); // and does not come.
  await page.getByText('The connection to Nova is lost').waitFor();
  await page.getByText(/^What you see is as it was at \d\d:\d\d\./).waitFor();
  await stands(page, 'search', true);
  // Nor is a connection that hangs waited for: it is given up, and another one tried.
  const tried = (async () => {
    for (let tries = 0; tries < 2; tries++) await page.waitForEvent('websocket');
  })();
  await page.clock.runFor(15_000);
  await tried;

  front.deaf = false;
  await page.clock.runFor(16_000);
  await page.getByText('The connection to Nova is lost').waitFor({ state: 'detached' });
  await stands(page, 'search', false);
  await check(/WebSocket connection to|ERR_/);
  await context.close();
  await front.close();
});

test('on a slow line a switch moves at once and settles later', async () => {
  const { page, context, check } = await newPage(browser, nova);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  await page.goto(nova.origin);
  await page.getByLabel('Token').fill(nova.token());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();

  const on = (await serverSwitch(page, 'files').getAttribute('aria-checked')) === 'true';
  // Looked at in the page, in the moment it moves: the answer is still on its way then.
  const busy = await page.evaluate(async (wanted) => {
    const files = document.querySelector('[data-server=files] .switch');
    files.click();
    while (files.getAttribute('aria-checked') !== wanted) await new Promise(requestAnimationFrame);
    return files.getAttribute('aria-busy');
  }, String(!on));
  assert.equal(busy, 'true', 'it is on its way');
  await stands(page, 'files', !on);
  await check();
  await context.close();
});

test('an older Nova on a newer state folder says above every page that it keeps nothing', async () => {
  const older = new Nova();
  mkdirSync(older.stateDir);
  writeFileSync(join(older.stateDir, 'version'), '{"format":1000,"written_by":"9.0.0"}\n');
  await older.start();
  const { page, check, close } = await signedIn(browser, older);
  const banner = page.locator('.banner', { hasText: 'What Nova finds out is not kept' });
  await banner.getByText(/has format 1000, written by Nova 9\.0\.0/).waitFor();
  await page.getByRole('link', { name: 'Prompt' }).click();
  await banner.waitFor();
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
  await check();
  await close();
  await older.stop();
});
