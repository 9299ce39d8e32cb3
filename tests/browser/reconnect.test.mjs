import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, serverSwitch, signedIn, stands } from './browser.mjs';
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
