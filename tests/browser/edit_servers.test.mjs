import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { launch, signedIn, stands } from './browser.mjs';
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
  window = await signedIn(browser, nova);
  page = window.page;
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});
// Every test starts from the first content and the bare list, and sees that the page does.
beforeEach(async () => {
  nova.writeCatalog(original);
  await page.goto(`${nova.origin}/#/servers`);
  await shows(['gmail', 'calendar', 'search', 'files', 'notion']);
  await stands(page, 'notion', false);
  for (const words of [
    'Read, search and draft e-mail',
    'Appointments and free slots',
    'Search the web and fetch pages',
  ])
    await page.getByText(words, { exact: true }).waitFor();
});

const dialog = () => page.locator('dialog[open]');
const field = (label) => dialog().getByLabel(label, { exact: true });
const target = (name) => page.locator(`[data-server="${name}"] [data-target]`);
const toast = (words) => page.locator('.toast', { hasText: words });
const address = () => page.evaluate(() => location.hash);
const closed = () => dialog().waitFor({ state: 'detached' });

async function shows(names) {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('.row-name')].map((one) => one.textContent).join(' ') === wanted,
    names.join(' '),
  );
}

async function hasFocus(name) {
  await page.waitForFunction(
    (wanted) => document.activeElement?.closest('[data-server]')?.dataset.server === wanted,
    name,
  );
}

/** Waits for the file, too: the page may be told before the last byte is on the disk, but never the other way round. */
function fileHas(text) {
  assert.ok(nova.readCatalog().includes(text), `${text}\nis not in\n${nova.readCatalog()}`);
}

test('adds a server, after a mistake that is said at its field', async () => {
  await page.getByRole('button', { name: 'Add server' }).click();
  await field('Name').waitFor();
  assert.equal(await address(), '#/servers/-/add');
  await page.keyboard.press('Tab');
  assert.equal(await dialog().locator('.field-problem').count(), 0, 'who only looks around has done nothing wrong');

  await field('Name').fill('gmail');
  await field('Address').fill('nowhere');
  await field('Description').focus();
  await dialog().getByText('There is a server of that name already.').waitFor();
  await dialog().getByText('It is not an absolute http or https address.').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  assert.equal(nova.readCatalog(), original);

  await field('Name').fill('weather');
  await field('Address').fill('http://localhost:8010/mcp');
  await dialog().getByText('More', { exact: true }).click();
  await field('Asked every … seconds').fill('90000');
  await dialog().getByRole('button', { name: 'Add a header' }).click();
  await field('Name of the header').fill('X Y');
  await dialog().getByLabel('Value of X Y').fill('${WEATHER_TOKEN}');
  await dialog().getByRole('button', { name: 'Add server' }).click();
  // What only the server knows stands at the field, too.
  await dialog().getByText('It has to be a whole number from 1 to 86400.').waitFor();
  await dialog().getByText('cannot be the name of a header').waitFor();
  await field('Asked every … seconds').fill('90');
  await field('Name of the header').fill('X-Key');
  await page.keyboard.press('Enter');
  await toast('weather added').waitFor();
  await closed();
  await hasFocus('weather');
  assert.equal(await address(), '#/servers');
  fileHas('weather:\n  url: http://localhost:8010/mcp\n');
  fileHas('interval_s: 90');
  assert.match(nova.readCatalog(), /X-Key: "?\$\{WEATHER_TOKEN\}/);
  assert.equal(await page.locator('.change').count(), 0, 'our own entry is no news');
  await window.check(refusals);
});

test('what was typed and not saved is kept, and Back closes the form', async () => {
  await target('files').focus();
  await page.keyboard.press('a');
  await field('Name').fill('draft');
  await page.keyboard.press('Escape');
  await closed();
  await hasFocus('files');
  await page.keyboard.press('a');
  assert.equal(await field('Name').inputValue(), 'draft');
  await page.goBack();
  await closed();
  await toast('Not saved. What you typed is kept.').getByRole('button', { name: 'Open again' }).click();
  assert.equal(await field('Name').inputValue(), 'draft');
  await dialog().getByText('This is what you had typed before.').waitFor();
  await dialog().getByRole('button', { name: 'Start over' }).click();
  assert.equal(await field('Name').inputValue(), '');
  await page.keyboard.press('Escape');
  await closed();
  assert.equal(await toast('Not saved').count(), 0);
  await window.check(refusals);
});

test('changes only what was changed, whatever else happens to the file', async () => {
  await page.goto(`${nova.origin}/#/servers/gmail/edit`);
  await field('Description').fill('E-mail');
  // A header's value is not known to the page and stays.
  await dialog().getByText('More', { exact: true }).waitFor();
  assert.equal(await dialog().getByLabel('Value of Authorization').inputValue(), '');
  // Somebody changes another entry: nothing to be told.
  nova.sed(nova.catalog, 's/Appointments and free slots/Appointments/');
  await page.locator('[data-server=calendar]', { hasText: 'changed in the file' }).waitFor();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await toast('gmail saved').waitFor();
  await closed();
  assert.equal(
    nova.readCatalog(),
    original.replace('Appointments and free slots', 'Appointments').replace('Read, search and draft e-mail', 'E-mail'),
  );
  await window.check(refusals);
});

test('a change of the same entry meanwhile is said, and what was typed stays', async () => {
  await page.goto(`${nova.origin}/#/servers/search/edit`);
  await field('Description').fill('Mine');
  nova.sed(nova.catalog, 's/Search the web and fetch pages/Theirs/; s/:8004/:8044/');
  await dialog().getByText('search was changed in the meantime: address, description.').waitFor();
  assert.equal(await field('Description').inputValue(), 'Mine');
  assert.equal(await field('Address').inputValue(), 'http://localhost:8044/mcp', 'what was not touched follows');
  fileHas('Theirs');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await toast('search saved').waitFor();
  await closed();
  fileHas('description: Mine');
  fileHas(':8044');

  // And where the news comes only as the answer to the save: the request waits while somebody else saves.
  await page.goto(`${nova.origin}/#/servers/files/edit`);
  await field('Description').fill('Mine as well');
  let saves = 0;
  await page.route('**/api/mcp/files', async (route) => {
    saves++;
    if (saves === 1) nova.sed(nova.catalog, 's/Read and write the shared project folder/Theirs as well/');
    await route.continue();
  });
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().getByText('files was changed in the meantime: description.').waitFor();
  fileHas('Theirs as well');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await toast('files saved').waitFor();
  await closed();
  await page.unroute('**/api/mcp/files');
  fileHas('description: Mine as well');
  await window.check(refusals);
});

test('renames from the details, which follow; takes a header out', async () => {
  await page.goto(`${nova.origin}/#/servers/gmail`);
  const details = page.locator('.details');
  await details.getByRole('button', { name: 'Edit gmail' }).click();
  assert.equal(await address(), '#/servers/gmail/edit');
  await field('Name').fill('mail');
  await dialog().getByRole('button', { name: 'Remove the header Authorization' }).click();
  await page.keyboard.press('Escape');
  await closed();
  await page.getByRole('button', { name: 'Open again' }).click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await toast('gmail is mail now').waitFor();
  await details.getByRole('heading', { name: 'mail' }).waitFor();
  assert.equal(await address(), '#/servers/mail');
  fileHas('\nmail:\n');
  assert.ok(!nova.readCatalog().includes('GMAIL_TOKEN'));
  await window.check(refusals);
});

test('duplicates; the menu of a row goes by keys', async () => {
  const button = page.getByRole('button', { name: 'More for gmail' });
  await button.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'gmail' });
  assert.deepEqual(await menu.getByRole('menuitem').locator('span').allTextContents(), [
    'Edit',
    'Duplicate',
    'Copy address',
    'Move up',
    'Move down',
    'Check now',
    'Remove',
  ]);
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.querySelector('span').textContent), 'Remove');
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'More for gmail');
  assert.equal(await button.getAttribute('aria-expanded'), 'false');

  await button.click();
  await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
  assert.equal(await field('Name').inputValue(), 'gmail-2');
  await dialog().getByText('The values of its headers are not shown and not copied.').waitFor();
  await page.keyboard.press('Enter');
  await dialog().getByText('Authorization has no value. Type it, or remove the header.').waitFor();
  await dialog().getByRole('button', { name: 'Remove the header Authorization' }).click();
  await dialog().getByRole('button', { name: 'Add server' }).click();
  await toast('gmail-2 added').waitFor();
  fileHas('gmail-2:\n  url: http://localhost:8002/mcp\n');
  await hasFocus('gmail-2');
  await window.check(refusals);
});

test('removes at once, and brings back: the same text, or the entry where the file went on', async () => {
  await target('search').focus();
  await page.keyboard.press('Delete');
  await shows(['gmail', 'calendar', 'files', 'notion']);
  await hasFocus('files');
  await toast('search removed').waitFor();
  assert.ok(!nova.readCatalog().includes('\nsearch:'));
  await page.keyboard.press('z');
  await toast('search is back').waitFor();
  await hasFocus('search');
  assert.equal(nova.readCatalog(), original);

  // A key that is held is one command: the focus is on another server by then.
  await page.keyboard.down('Delete');
  await hasFocus('files');
  await page.keyboard.down('Delete');
  await page.keyboard.down('Delete');
  await page.keyboard.up('Delete');
  await toast('search removed').waitFor();
  await shows(['gmail', 'calendar', 'files', 'notion']);
  await page.keyboard.press('z');
  await toast('search is back').waitFor();
  await hasFocus('search');
  assert.equal(nova.readCatalog(), original);

  await page.keyboard.press('Delete');
  await toast('search removed').waitFor();
  nova.sed(nova.catalog, 's/Appointments and free slots/Appointments/');
  await page.locator('[data-server=calendar]', { hasText: 'changed in the file' }).waitFor();
  await toast('search removed').getByRole('button', { name: 'Undo' }).click();
  await toast('search is back, as a new entry: the file has changed since').waitFor();
  await shows(['gmail', 'calendar', 'search', 'files', 'notion']);
  fileHas('timeout_s: 10');
  fileHas('Appointments\n');
  await window.check(refusals);
});

test('moves by keys where all are shown in the order of the file', async () => {
  await target('search').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await shows(['search', 'gmail', 'calendar', 'files', 'notion']);
  await hasFocus('search');
  await page.getByText('search is number 1 of 5 now').waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText('search is the first already').waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await shows(['gmail', 'search', 'calendar', 'files', 'notion']);
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));

  await page.getByRole('combobox', { name: 'Order' }).selectOption('name');
  await shows(['calendar', 'files', 'gmail', 'notion', 'search']);
  assert.equal(await address(), '#/servers?sort=name');
  await target('files').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await toast('Servers are moved where all are shown in the order of the file.').getByText('Show that order').click();
  assert.equal(await address(), '#/servers?sort=file');
  await shows(['gmail', 'search', 'calendar', 'files', 'notion']);
  const order = [...nova.readCatalog().matchAll(/^(\w+):/gm)].map(([, name]) => name);
  assert.deepEqual(order, ['gmail', 'search', 'calendar', 'files', 'notion']);
  await window.check(refusals);
});

test('the filter and the state are in the address, and survive a reload', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('o');
  await page.getByRole('button', { name: /^Off/ }).click();
  assert.equal(await address(), '#/servers?q=o&state=off');
  await page.reload();
  await shows(['notion']);
  await page.locator('.row-name', { hasText: 'notion' }).click();
  assert.equal(await address(), '#/servers/notion?q=o&state=off');
  await page.keyboard.press('e');
  assert.equal(await field('Name').inputValue(), 'notion');
  await page.reload();
  assert.equal(await field('Name').inputValue(), 'notion');
  await page.keyboard.press('Escape');
  await closed();
  assert.equal(await address(), '#/servers?q=o&state=off');
  await window.check(refusals);
});

test('says why nothing can be changed, and keeps what was typed', async () => {
  await page.goto(`${nova.origin}/#/servers/gmail/edit`);
  const before = await field('Description').inputValue();
  await field('Description').fill('Mine');
  nova.writeCatalog(original.replace('url: http://localhost:8003/mcp', 'url: [broken'));
  await dialog().getByText('mcp_servers.yaml has errors. Fix them first.').waitFor();
  const save = dialog().getByRole('button', { name: 'Save' });
  assert.equal(await save.getAttribute('aria-disabled'), 'true');
  await field('Description').press('Enter');
  assert.equal(await field('Description').inputValue(), 'Mine');
  nova.writeCatalog(original);
  await dialog().getByText('Fix them first.').waitFor({ state: 'detached' });
  assert.equal(await field('Description').inputValue(), 'Mine');
  // Else the page would ask before it is loaded anew.
  await field('Description').fill(before);
  await page.keyboard.press('Escape');
  await closed();

  // A file that Nova may not write. For root every file is one that it may, so that the answer says so.
  await page.route('**/api/state', async (route) => {
    const response = await route.fetch();
    const state = await response.json();
    await route.fulfill({ response, json: { ...state, catalog: { ...state.catalog, writable: false } } });
  });
  await page.reload();
  const add = page.getByRole('button', { name: 'Add server' });
  assert.equal(await add.getAttribute('aria-disabled'), 'true');
  await add.click({ force: true });
  await page.getByRole('alert').getByText('mcp_servers.yaml is managed elsewhere').waitFor();
  await target('files').focus();
  await page.keyboard.press('Delete');
  await page.locator('[data-server=files]').getByText('is managed elsewhere').waitFor();
  await page.getByRole('button', { name: 'More for files' }).click();
  await page.locator('.menu-why', { hasText: 'is managed elsewhere' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(nova.readCatalog(), original);
  await page.unroute('**/api/state');
  await page.reload();
  await window.check(refusals);
});
