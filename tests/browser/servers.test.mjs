import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { anotherWindow, launch, serverSwitch, signedIn, stands } from './browser.mjs';
import { Nova } from './nova.mjs';

let nova;
let browser;
let window;
let page;
let original;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
  original = nova.readCatalog();
  window = await signedIn(browser, nova);
  page = window.page;
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});
// Every test starts from the first content, and sees that the page does: all of it, or its first click is about an
// older text and is refused once.
beforeEach(async () => {
  nova.writeCatalog(original);
  await page.locator('.row').nth(5).waitFor({ state: 'detached' });
  for (const name of ['gmail', 'calendar', 'search', 'files']) await stands(page, name, true);
  await stands(page, 'notion', false);
});

/** The catalog's text with another value for one server. */
function withEnabled(text, name, value) {
  const changed = text.replace(new RegExp(`(^${name}:\\n(?: .*\\n)*?  enabled: )\\w+`, 'm'), `$1${value}`);
  assert.notEqual(changed, text);
  return changed;
}

test('shows the list in the order of the file, with what counts', async () => {
  assert.deepEqual(await page.locator('.row-name').allTextContents(), [
    'gmail',
    'calendar',
    'search',
    'files',
    'notion',
  ]);
  assert.equal(await page.locator('.counts').textContent(), '4 on · 1 off');
  await page.getByText('Read, search and draft e-mail').waitFor();
  await page.getByText('http://localhost:8002/mcp').waitFor();
  assert.equal(await page.title(), 'Servers · Nova Settings');
  await window.check();
});

test('a click changes the one word in the file and nothing else', async () => {
  await serverSwitch(page, 'gmail').click();
  await stands(page, 'gmail', false);
  assert.equal(nova.readCatalog(), withEnabled(original, 'gmail', false));
  await page.getByText('3 on · 2 off').waitFor();
  assert.equal(await page.locator('[data-server=gmail] .change').count(), 0, 'our own click is no news');

  await serverSwitch(page, 'gmail').click();
  await stands(page, 'gmail', true);
  assert.equal(nova.readCatalog(), original);
  await window.check();
});

test('quick clicks on several servers all arrive', async () => {
  for (const name of ['gmail', 'calendar', 'search', 'notion']) await serverSwitch(page, name).click();
  for (const name of ['gmail', 'calendar', 'search']) await stands(page, name, false);
  await stands(page, 'notion', true);
  let expected = original;
  for (const name of ['gmail', 'calendar', 'search']) expected = withEnabled(expected, name, false);
  assert.equal(nova.readCatalog(), withEnabled(expected, 'notion', true));
  await window.check();
});

test('a change in the file shows without a reload and says where it came from', async () => {
  await page.evaluate(() => (window.notReloaded = true));
  nova.sed(nova.catalog, '/^notion:/,$ s/enabled: false/enabled: true/');
  await stands(page, 'notion', true);
  await page.locator('[data-server=notion]').getByText('switched on in the file').waitFor();
  await page.getByText('5 on · 0 off').waitFor();
  assert.equal(await page.evaluate(() => window.notReloaded), true);
  await window.check();
});

test('a new server in the file shows at its place', async () => {
  nova.writeCatalog(original.replace('calendar:\n', 'weather:\n  url: http://localhost:8010/mcp\n\ncalendar:\n'));
  await page.locator('[data-server=weather]').getByText('added in the file').waitFor();
  assert.deepEqual((await page.locator('.row-name').allTextContents()).slice(0, 3), ['gmail', 'weather', 'calendar']);
  await window.check();
});

test('what one window switches shows in the other', async () => {
  const other = await anotherWindow(browser, nova, window.context);
  await serverSwitch(page, 'files').click();
  await stands(other.page, 'files', false);
  await other.page
    .locator('[data-server=files]')
    .getByText(/switched off (in another window|by the API)/)
    .waitFor();
  await other.check();
  await other.close();
  await window.check();
});

test('a click on an old revision is tried again on the new one', async () => {
  let refused = 0;
  page.on('response', (response) => (refused += response.status() === 412 ? 1 : 0));
  // The request waits at the door while somebody else saves the file.
  const hold = async (route) => {
    const told = page.waitForResponse((response) => response.url().endsWith('/api/state'));
    nova.writeCatalog(`${original}# saved meanwhile\n`);
    await told;
    await route.continue();
  };
  await page.route('**/toggle', hold, { times: 1 });
  await serverSwitch(page, 'gmail').click();
  await stands(page, 'gmail', false);
  assert.equal(refused, 1);
  assert.equal(nova.readCatalog(), `${withEnabled(original, 'gmail', false)}# saved meanwhile\n`);
  assert.equal(await page.locator('.server-notice').count(), 0);
  await window.check(/status of 412/);
});

test('a file with errors says where, and the last good list stays', async () => {
  nova.writeCatalog(original.replace('url: http://localhost:8003/mcp', 'url: [broken'));
  const banner = page.getByRole('alert').filter({ hasText: /mcp_servers\.yaml has \d+ errors?/ });
  await banner
    .getByText(/Line \d+, column \d+/)
    .first()
    .waitFor();
  assert.equal(await page.locator('.row').count(), 5);
  await page.locator('[data-status=file]', { hasText: 'has errors' }).waitFor();

  // It says why it does not switch, and does not.
  await serverSwitch(page, 'gmail').click({ force: true });
  await page.locator('[data-server=gmail]').getByText('Fix them first').waitFor();
  assert.ok(nova.readCatalog().includes('[broken'));

  nova.writeCatalog(original);
  await banner.waitFor({ state: 'detached' });
  await window.check(/status of 412/);
});

test('a write that fails rolls back and says why', async () => {
  const detail = 'The disk is full.';
  await page.route('**/toggle', (route) =>
    route.fulfill({
      status: 507,
      contentType: 'application/problem+json',
      json: { title: 'Insufficient Storage', detail },
    }),
  );
  await serverSwitch(page, 'gmail').click();
  const row = page.locator('[data-server=gmail]');
  await row.getByText(`Still on. ${detail}`).waitFor();
  await stands(page, 'gmail', true);
  assert.equal(nova.readCatalog(), original);
  await row.getByRole('button', { name: 'Close' }).click();
  await row.getByText(detail).waitFor({ state: 'detached' });
  await page.unroute('**/toggle');
  await window.check(/status of (412|507)/);
});

test('the keyboard reaches everything', async () => {
  await page.locator('body').press('/');
  await page.keyboard.type('calen');
  await page.getByText('1 of 5 shown').waitFor({ state: 'attached' });
  assert.deepEqual(await page.locator('.row-name').allTextContents(), ['calendar']);
  await page.keyboard.type('x');
  await page.getByText('No server matches “calenx”.').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-server=notion]').waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await page.locator('[data-server=calendar] .switch:focus').waitFor();
  await page.keyboard.press('Space');
  await stands(page, 'calendar', false);
  assert.equal(nova.readCatalog(), withEnabled(original, 'calendar', false));

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await window.check(/status of (412|507)/);
});
