import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, newPage, serverSwitch, signedIn, stands } from './browser.mjs';
import { catalogOf, McpServer } from './mcp_server.mjs';
import { Nova } from './nova.mjs';

const compose = join(dirname(fileURLToPath(import.meta.url)), 'fake_compose.mjs');

let nova;
let browser;
let window;
let page;
let mail;
let dates;
let files;
before(async () => {
  [mail, dates, files, browser] = await Promise.all([
    McpServer.start(),
    McpServer.start(),
    McpServer.start(),
    launch(),
  ]);
  nova = new Nova({
    NOVA_HEALTH_INTERVAL_S: '1',
    NOVA_HEALTH_TIMEOUT_S: '1',
    NOVA_RESTART_ALLOWED_SERVICES: 'demo',
    NOVA_RESTART_COMMAND: `node,${compose}`,
  });
  nova.writeCatalog(
    catalogOf({
      mail: { url: mail.url, description: 'Letters' },
      dates: { url: dates.url, description: 'Appointments', service: 'demo' },
      files: { url: files.url, description: 'Documents', service: 'other' },
      notes: { url: 'http://127.0.0.1:9/mcp', description: 'Notes', enabled: 'false' },
    }),
  );
  await nova.start();
  window = await signedIn(browser, nova);
  page = window.page;
});
after(async () => {
  await browser?.close();
  await nova?.stop();
  for (const server of [mail, dates, files]) await server?.down();
});
// Every test starts with all servers well, on the list, with the pointer out of the way.
beforeEach(async () => {
  for (const server of [mail, dates, files]) {
    server.mode = 'healthy';
    server.delay = 0;
    if (!server.isUp) await server.up();
  }
  await page.goto(`${nova.origin}/#/servers`);
  await page.mouse.move(0, 0);
  for (const name of ['mail', 'dates', 'files']) await is(name, 'healthy');
});

/** Waits until a server's mark is so. */
async function is(name, mark, on = page) {
  await on.locator(`[data-server="${name}"][data-mark=${mark}]`).waitFor();
}

const names = () => page.locator('.row-name').allTextContents();
const item = (name) => page.locator(`[data-server="${name}"]`);

/** Looks until `look` gives what is wanted; a page has its own pace. */
async function becomes(look, wanted) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const seen = await look();
    try {
      return assert.deepEqual(seen, wanted);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the list says how each server is', async () => {
  assert.match(await item('mail').locator('.row-figures').textContent(), /^works, 3 tools · \d+ ms$/);
  assert.equal(await page.locator('.counts').textContent(), '3 on · 1 off');
  await is('notes', 'off');
  assert.match(await item('mail').getByRole('img').getAttribute('aria-label'), /^Last 6 hours: 15 min healthy, /);
  await window.check();
});

test('one that goes down says what to do and comes first; back up, it is where it was', async () => {
  await dates.down();
  await is('dates', 'failing');
  await item('dates')
    .getByText(/^cannot be reached since \d\d:\d\d$/)
    .waitFor();
  await item('dates').getByText('Start the server, or correct the port').waitFor();
  await stands(page, 'dates', true); // It is wanted all the same.
  await becomes(names, ['dates', 'mail', 'files', 'notes']);
  await becomes(() => page.locator('.counts').textContent(), '3 on · 1 needs you · 1 off');
  await page.getByRole('link', { name: 'Health 1 server needs you' }).waitFor();

  await dates.up();
  await is('dates', 'healthy');
  await becomes(names, ['mail', 'dates', 'files', 'notes']);
  await window.check();
});

test('no row moves away under the pointer', async () => {
  await item('mail').hover();
  files.mode = 'auth';
  await is('files', 'attention');
  // Whoever is at work moves the pointer; longer than a look at the order takes.
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.move(500 + turn, 140);
    assert.deepEqual(await names(), ['mail', 'dates', 'files', 'notes']);
    await page.waitForTimeout(100);
  }
  await page.mouse.move(0, 0);
  await becomes(names, ['files', 'mail', 'dates', 'notes']);
  await item('files').getByText('wants credentials', { exact: true }).waitFor();
  await window.check();
});

test('off is off at once, and never asked', async () => {
  await serverSwitch(page, 'mail').click();
  await is('mail', 'off');
  await serverSwitch(page, 'mail').click();
  await is('mail', 'healthy');
  await window.check();
});

test('the grid shows every state, and can be narrowed down to one', async () => {
  files.mode = 'version';
  await page.getByRole('link', { name: 'Health' }).click();
  await page.getByRole('heading', { name: 'Health', level: 1 }).waitFor();
  await is('files', 'attention');
  await item('files').getByText('It speaks protocol version 2031-01-01 only.').waitFor();
  await item('files').getByText('Update the server').waitFor();
  await item('mail').getByText('MCP 2026-07-28').waitFor();
  await item('mail').getByText('checked just now').waitFor();
  for (const [mode, words] of [
    ['not_mcp', 'is no MCP server'],
    ['no_tools', 'not well'],
  ]) {
    files.mode = mode;
    await item('files').getByText(words).waitFor();
  }

  await page.getByRole('button', { name: 'Need you 1' }).click();
  await becomes(names, ['files']);
  await page.getByRole('button', { name: 'Off 1' }).click();
  await becomes(names, ['notes']);
  await page.getByRole('button', { name: 'All 4' }).click();
  await page.locator('body').press('/');
  await page.keyboard.type('nothing like it');
  await page.getByText('No server is like that.').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await item('mail').waitFor();
  assert.equal(await page.title(), 'Health · Nova Settings');
  await window.check();
});

test('times of checks are no events: the page asks for them every 20 seconds', async () => {
  const other = await newPage(browser, nova);
  await other.context.addCookies(await window.context.cookies());
  await other.page.clock.install();
  await other.page.goto(`${nova.origin}/#/health`);
  const checked = () => other.page.locator('[data-server=mail] .figures time').getAttribute('datetime');
  await other.page.locator('[data-server=mail] .figures time').waitFor();
  // Later looks of the server's, so that there is something newer than what the page came with.
  const asked = mail.asked;
  await becomes(() => mail.asked > asked + 4, true);
  const told = await checked();
  await other.page.clock.runFor(21_000);
  await becomes(async () => (await checked()) > told, true);
  await other.check();
  await other.close();
});

test('check now shows what it found at once', async () => {
  await page.goto(`${nova.origin}/#/health`);
  mail.delay = 150;
  await item('mail').getByRole('button', { name: 'Check now' }).click();
  const isNew = async () => /^(1[5-9]|[2-9]\d)\d ms$/.test(await item('mail').locator('.card-latency').textContent());
  await becomes(isNew, true);
  await window.check();
});

test('the details have an address, facts and history, and are closed by the keyboard', async () => {
  await page.locator('body').press('j');
  await page.keyboard.press('Enter');
  const details = page.getByRole('region', { name: 'Details of mail' });
  await details.getByText('Test server 1.2.3').waitFor();
  assert.ok(page.url().endsWith('#/servers/mail'));
  await details.getByText('Up, 24 hours').waitFor();
  assert.match(await details.locator('.big-figures dd').first().textContent(), /^\d+(\.\d+)? %$/);
  await details.getByRole('img', { name: /How long answers took in the last 24 hours/ }).waitFor();
  await details.getByText('As a table').click();
  await details.getByRole('row').nth(1).waitFor();
  await details.getByText('3 tools').click();
  await details.getByText('search', { exact: true }).waitFor();
  await details.getByRole('button', { name: '30 days' }).click();
  await details.getByRole('img', { name: /the last 30 days/ }).waitFor();

  // It survives a reload, and Escape leads back to the row.
  await page.reload();
  await details.getByText('Test server 1.2.3').waitFor();
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await page.locator('[data-server=mail] .switch:focus').waitFor();
  assert.ok(page.url().endsWith('#/servers'));
  await window.check();
});

test('an outage is in the history, with its reason', async () => {
  await page.goto(`${nova.origin}/#/health/dates`);
  const details = page.getByRole('region', { name: 'Details of dates' });
  await details.getByText('Outages').waitFor();
  await dates.down();
  await is('dates', 'failing');
  const outage = details.locator('.outages li').first();
  await outage.getByText('now').waitFor();
  await outage.getByText('connection was refused').waitFor();
  await dates.up();
  await is('dates', 'healthy');
  await outage.getByText('now').waitFor({ state: 'detached' });
  await window.check();
});

test('r checks now, and a check that does not work says so', async () => {
  await page.locator('body').press('j');
  const checked = page.waitForResponse((response) => response.url().endsWith('/api/mcp/mail/check'));
  await page.keyboard.press('r');
  assert.equal((await checked).status(), 200);

  await page.route('**/check', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', json: { title: 'Ending' } }),
  );
  await page.keyboard.press('r');
  await item('mail').getByRole('alert').getByText('It could not be checked. Ending').waitFor();
  await page.unroute('**/check');
  await item('mail').getByRole('button', { name: 'Close' }).click();
  await window.check(/status of 503/);
});

test('a restart says what it does, shows how it goes, and can be left and found again', async () => {
  const hold = join(nova.root, 'demo.hold');
  writeFileSync(hold, '');
  await page.goto(`${nova.origin}/#/servers/files`);
  const of = (name) => page.getByRole('region', { name: `Details of ${name}` });
  await of('files').waitFor();
  assert.equal(await of('files').getByRole('button', { name: 'Restart' }).count(), 0, 'not allowed');

  await page.goto(`${nova.origin}/#/servers/dates`);
  await of('dates').getByRole('button', { name: 'Restart' }).click();
  const question = page.getByRole('dialog', { name: 'Restart demo?' });
  await question.getByText('restarts the service demo').waitFor();
  await question.getByText('agents cannot use dates').waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));

  await of('dates').getByRole('button', { name: 'Restart' }).click();
  assert.deepEqual(
    asked.filter((url) => url.includes('/restart/')),
    [],
    'not before it is confirmed',
  );
  await question.getByRole('button', { name: 'Restart demo' }).click();
  const progress = page.getByRole('dialog', { name: 'Restarting demo…' });
  await progress.getByText('Container demo Restarting').waitFor();
  await dates.down();
  await progress.locator('li[data-mark=failing]', { hasText: 'dates' }).waitFor();
  await progress.getByRole('button', { name: 'Leave it running' }).click();
  await progress.waitFor({ state: 'hidden' });

  // It is part of the state: found again after a reload.
  await page.reload();
  await item('dates').getByRole('button', { name: 'Restarting…' }).click();
  await progress.getByText('Container demo Restarting').waitFor();
  await dates.up();
  rmSync(hold);
  const result = page.getByRole('dialog', { name: 'Restart of demo' });
  await result.getByText('Done').waitFor();
  await result.getByText('Container demo Started').waitFor();
  await result.locator('li[data-mark=healthy]', { hasText: 'dates' }).waitFor();
  await result.getByRole('button', { name: 'Close' }).click();
  await of('dates').getByText('Restarted just now').waitFor();
  await window.check(/status of 503/);
});

test('a restart that fails says why', async () => {
  const fail = join(nova.root, 'demo.fail');
  writeFileSync(fail, '');
  await page.goto(`${nova.origin}/#/health/dates`);
  const details = page.getByRole('region', { name: 'Details of dates' });
  await details.getByRole('button', { name: 'Restart… dates' }).click();
  await page.getByRole('button', { name: 'Restart demo' }).click();
  const result = page.getByRole('dialog', { name: 'Restart of demo' });
  await result.getByText('It failed with exit code 14').waitFor();
  await result.getByText('no such service: demo').waitFor();
  rmSync(fail);
  await result.getByRole('button', { name: 'Try again' }).click();
  await result.getByText('Done').waitFor();
  await result.getByRole('button', { name: 'Close' }).click();
  await window.check(/status of 503/);
});

test('a restart that is refused says so', async () => {
  await page.goto(`${nova.origin}/#/health/dates`);
  await page.route('**/api/admin/restart/demo', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', json: { title: 'It is not allowed.' } }),
  );
  await page.getByRole('button', { name: 'Restart… dates' }).click();
  await page.getByRole('button', { name: 'Restart demo' }).click();
  const result = page.getByRole('dialog', { name: 'Restart of demo' });
  await result.getByText('It did not begin. It is not allowed.').waitFor();
  await page.unroute('**/api/admin/restart/demo');
  await result.getByRole('button', { name: 'Close' }).click();
  await window.check(/status of (403|503)/);
});

test('on a small screen the details stand under their server, and nothing is wider than it', async () => {
  const small = await newPage(browser, nova, { viewport: { width: 320, height: 640 } });
  await small.context.addCookies(await window.context.cookies());
  files.mode = 'auth';
  for (const address of ['servers/files', 'health/files']) {
    await small.page.goto(`${nova.origin}/#/${address}`);
    await is('files', 'attention', small.page);
    await small.page.locator('[data-server=files] + .under .details').getByText('Up, 24 hours').waitFor();
    assert.equal(await small.page.evaluate(() => document.documentElement.scrollWidth), 320, address);
  }
  await small.check();
  await small.close();
});

test('500 servers: the grid is there, and news of one draws one card', async () => {
  const many = await Nova.start();
  const entries = Array.from({ length: 500 }, (_, index) => [`s${index}`, { url: `http://127.0.0.1:9/${index}` }]);
  many.writeCatalog(catalogOf(Object.fromEntries(entries)));
  const crowd = await signedIn(browser, many);
  await crowd.page.goto(`${many.origin}/#/health`);
  await becomes(() => crowd.page.locator('.health-card').count(), 500);
  const counts = await crowd.page.evaluate(async () => {
    let changed = new Set();
    const seen = new MutationObserver((all) => {
      for (const { target } of all) {
        const card = (target.parentElement ?? target).closest?.('.health-card');
        if (card) changed.add(card.dataset.server);
      }
    });
    const cards = document.querySelector('.cards');
    seen.observe(cards, { subtree: true, childList: true, attributes: true, characterData: true });
    const told = new Promise((resolve) => {
      new MutationObserver((_, self) => {
        if (!document.querySelector('[data-server=s7][data-mark=failing], [data-server=s7][data-mark=attention]'))
          return;
        self.disconnect();
        resolve();
      }).observe(cards, { subtree: true, attributes: true, childList: true });
    });
    document.querySelector('[data-server=s7] button').click();
    await told;
    return [...changed];
  });
  assert.deepEqual(counts, ['s7']);
  await crowd.check();
  await crowd.close();
  await many.stop();
});
