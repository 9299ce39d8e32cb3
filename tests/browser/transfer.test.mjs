import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { launch, signedIn } from './browser.mjs';
import { Nova } from './nova.mjs';

// The browser's own words for answers that the tests provoke.
const refusals = /status of 4(12|22)/;
let nova;
let browser;
let window;
let page;
let original;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
  original = nova.readCatalog();
  window = await signedIn(browser, nova, { acceptDownloads: true });
  page = window.page;
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});
beforeEach(async () => {
  nova.writeCatalog(original);
  await page.goto(`${nova.origin}/#/servers`);
  await page.locator('.row').nth(4).waitFor();
  await page.locator('.row').nth(5).waitFor({ state: 'detached' });
  await page.getByText('Appointments and free slots', { exact: true }).waitFor();
});

const list = JSON.stringify({
  mcpServers: {
    gmail: { url: 'http://localhost:8002/mcp' },
    weather: { url: 'http://localhost:8010/mcp' },
    'Big Map': { url: 'http://localhost:8011/mcp' },
    local: { command: 'npx', args: ['something'] },
  },
});
const dialog = () => page.locator('dialog[open]');
const row = (name) => dialog().locator(`[data-import="${name}"]`);
const closed = () => dialog().waitFor({ state: 'detached' });
const entriesOf = (text) => [...text.matchAll(/^([\w-]+):/gm)].map(([, name]) => name);

test('takes over a list that is pasted: what is new, under the names that are wanted', async () => {
  await page.keyboard.press('i');
  await dialog().getByRole('heading', { name: 'Import servers' }).waitFor();
  assert.equal(await page.evaluate(() => location.hash), '#/servers/-/import');
  await dialog().getByLabel('Servers as JSON').fill('{ "mcpServers": ');
  await page.keyboard.press('Control+Enter');
  await dialog().getByRole('alert').waitFor();
  assert.equal(await dialog().getByLabel('Servers as JSON').inputValue(), '{ "mcpServers": ');

  await dialog().getByLabel('Servers as JSON').fill(list);
  await dialog().getByRole('button', { name: 'Read the text' }).click();
  await row('gmail').getByText('there already').waitFor();
  await row('local').getByText('no place here').waitFor();
  await dialog().getByRole('button', { name: 'Add 2 servers' }).waitFor();

  const name = row('Big Map').getByRole('textbox');
  await name.fill('calendar');
  await row('Big Map').getByText('There is another server of this name.').waitFor();
  // The catalog changes under it: what was typed stays.
  nova.sed(nova.catalog, 's/Appointments and free slots/Appointments/');
  await page.locator('[data-server=calendar]', { hasText: 'changed in the file' }).waitFor();
  assert.equal(await name.inputValue(), 'calendar');
  await name.fill('map');
  await row('weather').getByRole('checkbox').uncheck();
  await dialog().getByRole('button', { name: 'Add 1 server' }).waitFor();
  await row('weather').getByRole('checkbox').check();
  await dialog().getByRole('button', { name: 'Add 2 servers' }).click();
  await page.locator('.toast', { hasText: '2 servers were added.' }).waitFor();
  await closed();
  const added = nova.readCatalog();
  assert.deepEqual(entriesOf(added), ['gmail', 'calendar', 'search', 'files', 'notion', 'weather', 'map']);

  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: 'The catalog is as it was before.' }).waitFor();
  assert.equal(nova.readCatalog(), original.replace('Appointments and free slots', 'Appointments'));
  await window.check(refusals);
});

test('a failure ends the adding; what was added stays, and the rest can be tried again', async () => {
  // Pasted on the page itself, as a list that was copied elsewhere.
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, list);
  await dialog().getByRole('button', { name: 'Add 2 servers' }).waitFor();
  let asked = 0;
  const refuseSecond = async (route) => {
    if (route.request().method() !== 'POST' || ++asked !== 2) return route.continue();
    return route.fulfill({ status: 412, contentType: 'application/problem+json', body: '{"status":412,"title":"No"}' });
  };
  await page.route('**/api/mcp', refuseSecond);
  await dialog().getByRole('button', { name: 'Add 2 servers' }).click();
  await dialog().getByText('1 of 2 were added and stay. mcp_servers.yaml was changed in the meantime.').waitFor();
  await row('weather').getByText('added', { exact: true }).waitFor();
  assert.ok(entriesOf(nova.readCatalog()).includes('weather'));
  await dialog().getByRole('button', { name: 'Undo' }).waitFor();
  await dialog().getByRole('button', { name: 'Add 1 server' }).click();
  await page.locator('.toast', { hasText: '1 server was added.' }).waitFor();
  await page.unroute('**/api/mcp', refuseSecond);
  assert.equal(entriesOf(nova.readCatalog()).length, 7);
  // Both go back together: the backup is the one from before the first.
  await page.keyboard.press('z');
  await page.locator('.toast', { hasText: 'The catalog is as it was before.' }).waitFor();
  assert.equal(nova.readCatalog(), original);
  await window.check(refusals);
});

test('reads a file that is dropped on the page, and one that is chosen', async () => {
  const drag = async (type) =>
    page.evaluate(
      ([kind, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'mcp.json', { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [type, list],
    );
  await drag('dragover');
  await page.getByText('Drop it here to see which servers it would add').waitFor();
  await drag('drop');
  await row('weather').waitFor();
  assert.equal(await page.locator('.drop-hint').count(), 0);
  await dialog().getByRole('button', { name: 'Another source' }).click();
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({ name: 'mcp.json', mimeType: 'application/json', buffer: Buffer.from(list) });
  await row('weather').waitFor();
  await page.keyboard.press('Escape');
  await closed();
  assert.equal(nova.readCatalog(), original);
  await window.check(refusals);
});

test('exports what is chosen, as a text to copy and as a file', async () => {
  await page.keyboard.press('x');
  await dialog().getByText('4 of 5 servers').waitFor();
  const text = dialog().getByRole('textbox', { name: 'What is exported' });
  await text.waitFor();
  assert.deepEqual(Object.keys(JSON.parse(await text.inputValue()).mcpServers), [
    'gmail',
    'calendar',
    'search',
    'files',
  ]);
  await dialog().getByLabel('Program to export for').selectOption({ label: 'VS Code' });
  await dialog().getByRole('checkbox', { name: 'calendar' }).uncheck();
  await dialog().getByRole('checkbox', { name: 'notion (off)' }).check();
  await page.waitForFunction(() => document.querySelector('textarea[readonly]')?.value.includes('"servers"'));
  await dialog().getByText('4 of 5 servers').waitFor();
  await page.waitForFunction(() => document.querySelector('textarea[readonly]').value.includes('notion'));
  await dialog()
    .getByText(/VS Code looks for it in/)
    .waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog().getByRole('button', { name: 'Download' }).click(),
  ]);
  assert.equal(readFileSync(await download.path(), 'utf8'), await text.inputValue());
  assert.match(download.suggestedFilename(), /\.json$/);
  await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog().getByRole('button', { name: 'Copy' }).click();
  await dialog().getByText('Copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text.inputValue());

  for (const name of ['gmail', 'search', 'files', 'notion (off)'])
    await dialog().getByRole('checkbox', { name }).uncheck();
  await dialog().getByText('No server is chosen.').waitFor();
  assert.equal(await dialog().getByRole('button', { name: 'Copy' }).getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Escape');
  await closed();
  await window.check(refusals);
});
