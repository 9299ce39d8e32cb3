import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { launch, signedIn } from './browser.mjs';
import { Nova } from './nova.mjs';

let nova;
let browser;
let window;
let page;
let file;
let token;
before(async () => {
  nova = new Nova({ NOVA_LOG_LEVEL: 'warning' });
  // Of the file: a port that is given to the program could not be changed here.
  nova.flags = [];
  file = join(nova.root, 'configs/nova.yaml');
  const port = await freePort();
  writeFileSync(file, `# Ours.\nserver:\n  port: ${port}\nhealth:\n  timeout_s: 5 # seconds\nbackups:\n  keep: 50\n`);
  [browser] = await Promise.all([launch(), nova.start()]);
  token = nova.token();
  window = await signedIn(browser, nova);
  page = window.page;
  await page.getByRole('link', { name: 'Settings' }).click();
  await setting('server.port').waitFor();
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What was refused on purpose, and the break. */
const expected = /status of 4(12|22)|WebSocket connection to|ERR_/;
const text = () => readFileSync(file, 'utf8');
const setting = (name) => page.locator(`[data-setting="${name}"]`);
const control = (name) => setting(name).locator('input, textarea, select, [role=switch]').first();
const apply = () => page.getByRole('button', { name: /^Apply / });
/** Until Nova has seen that of its file. */
async function seen(isSo) {
  for (let turn = 0; turn < 400; turn++) {
    const answer = await fetch(`${nova.origin}/api/settings`, { headers: { Authorization: `Bearer ${token}` } });
    if (isSo(await answer.json())) return;
    await setTimeout(25);
  }
  assert.fail('Nova did not see it');
}
const says = (name, wanted) => seen(({ settings }) => settings.some((one) => one.name === name && one.in_file === wanted));
/** As if somebody came back to this tab. */
const lookAgain = () => page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
const value = (name, wanted) =>
  page.waitForFunction(
    ([one, expected]) => document.querySelector(`[data-setting="${one}"]`)?.querySelector('input, textarea')?.value === expected,
    [name, wanted],
  );

test('shows every setting by its kind, in groups, and what rules it', async () => {
  assert.deepEqual(await page.locator('.settings h2').allTextContents(), [
    'Web page',
    'Other machines',
    'Health',
    'Restart',
    'Files and backups',
    'Log',
  ]);
  assert.equal(await page.locator('[data-setting^="desktop."]').count(), 0);
  assert.equal(await control('backups.keep').inputValue(), '50');
  await setting('backups.keep').getByText('Default: 100').waitFor();
  await setting('log.level').getByText('Set by NOVA_LOG_LEVEL, which goes before the file.').waitFor();
  assert.ok(await control('log.level').isDisabled());
  await page.getByText(`Served at ${nova.origin}`).waitFor();
  await window.check();
});

test('nothing is applied before it is said, then all at once, and undone', async () => {
  const before = text();
  await control('backups.keep').fill('7');
  await control('watch.polling').click();
  await control('health.max_concurrent').fill('3');
  await page.getByText('3 changes', { exact: true }).waitFor();
  assert.equal(text(), before);
  await page.getByRole('link', { name: 'Health' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  assert.equal(await control('backups.keep').inputValue(), '7', 'a draft stays');

  await apply().click();
  await page.getByText('3 settings changed.').waitFor();
  assert.match(text(), /keep: 7\n/);
  assert.match(text(), /polling: true/);
  assert.match(text(), /max_concurrent: 3\n/);
  assert.match(text(), /# Ours\.\n[^]*timeout_s: 5 # seconds/, 'every other byte stays');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  assert.match(text(), /keep: 50\n/);
  assert.equal(await control('backups.keep').inputValue(), '50');

  await control('backups.keep').fill('8');
  await page.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await control('backups.keep').inputValue(), '50');
  assert.equal(await apply().count(), 0);
  await window.check();
});

test('what Nova runs is not changed from here', async () => {
  await setting('restart.command').getByText('it is changed there').waitFor();
  assert.equal(await control('restart.command').isEditable(), false);
});

test('what is wrong stands at its setting, found here or by Nova', async () => {
  await control('health.timeout_s').fill('0');
  await setting('health.timeout_s').getByText('A whole number from 1 to 300.').waitFor();
  await apply().click();
  await page.locator('[data-setting="health.timeout_s"] input:focus').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await control('redis.url').fill('nonsense');
  await apply().click();
  await setting('redis.url').getByText('redis.url has to be').waitFor();
  assert.equal(await control('redis.url').inputValue(), 'nonsense');
  await control('redis.url').fill('redis://127.0.0.1:9/0');
  await setting('redis.url').getByRole('button', { name: 'Test' }).click();
  await setting('redis.url').getByText('the connection was refused').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await window.check(expected);
});

test('a filter finds settings, and is in the address', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('certificate');
  await setting('server.port').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.setting').count(), 2);
  assert.match(page.url(), /#\/settings\?q=certificate$/);
  await page.keyboard.press('Escape');
  await setting('server.port').waitFor();
  await window.check(expected);
});

test('a change in the file shows; one that was not seen yet is a choice', async () => {
  nova.sed(file, 's/timeout_s: 5/timeout_s: 6/');
  await says('health.timeout_s', 6);
  await lookAgain();
  await value('health.timeout_s', '6');

  await control('backups.keep').fill('9');
  nova.sed(file, 's/timeout_s: 6/timeout_s: 7/; s/keep: 50/keep: 60/');
  await says('backups.keep', 60);
  await apply().click();
  await page.getByText(/nova\.yaml was changed meanwhile: .*Nothing was applied yet/).waitFor();
  await page.getByText(/Earlier texts to keep is 60 now/).waitFor();
  await setting('backups.keep').getByText('Changed in the file meanwhile: 60.').waitFor();
  assert.equal(await control('backups.keep').inputValue(), '9', 'what was typed stays');
  assert.match(text(), /keep: 60/);
  await apply().click();
  await page.getByText('1 setting changed.').waitFor();
  assert.match(text(), /keep: 9\n/);
  assert.match(text(), /timeout_s: 7/);
  await window.check(expected);
});

test('a broken file is told with line and column, and what was stays in force', async () => {
  const good = text();
  writeFileSync(file, `${good}log: [\n`);
  await seen(({ problem }) => problem !== '');
  await lookAgain();
  await page.getByText(/Line \d+, column \d+: /).waitFor();
  await page.getByText('The settings from before stay in force.').waitFor();
  writeFileSync(file, good);
  await seen(({ problem }) => problem === '');
  await lookAgain();
  await page.getByText('The settings from before stay in force.').waitFor({ state: 'detached' });
  await window.check(expected);
});

test('while Nova is away nothing is sent, and what was written stays', async () => {
  await control('health.timeout_s').fill('30');
  await nova.kill();
  await page.getByText('Nova cannot be reached. What you wrote stays here.').waitFor();
  assert.ok(await apply().isDisabled());
  await nova.start();
  await page.getByText('Nova cannot be reached. What you wrote stays here.').waitFor({ state: 'detached' });
  await apply().click();
  await says('health.timeout_s', 30); // The words for it are still there from the change before.
});

test('what is written while a change is on its way stays, and is a change of its own', async () => {
  let send;
  const sent = new Promise((resolve) => {
    send = resolve;
  });
  await page.route('**/api/settings', async (route) => {
    if (route.request().method() === 'PATCH') await sent;
    await route.continue();
  });
  await control('health.timeout_s').fill('31');
  await apply().click();
  await page.getByText('Applying…').waitFor();
  await control('health.timeout_s').fill('32');
  await control('backups.keep').fill('10');
  send();
  await says('health.timeout_s', 31);
  await page.getByText('Apply 2 changes').waitFor();
  assert.equal(await control('health.timeout_s').inputValue(), '32');
  await page.unroute('**/api/settings');
  await apply().click();
  await says('health.timeout_s', 32);
  await says('backups.keep', 10);
  await apply().waitFor({ state: 'detached' });
});

test('a change of the port says where to, and the page follows', async () => {
  const port = await freePort();
  await control('server.port').fill(String(port));
  await page.getByText(`Nova moves to http://127.0.0.1:${port}.`).waitFor();
  await apply().click();
  await page.waitForURL(`http://127.0.0.1:${port}/**`);
  assert.match(text(), new RegExp(`port: ${port}`));
  assert.match(page.url(), /#\/settings\?moved=1$/);
  assert.ok(await page.evaluate(async () => (await fetch('./api/session')).ok));
});

test('a Nova without settings over HTTP says so', async () => {
  const plain = await Nova.start();
  const other = await signedIn(browser, plain);
  const problem = { type: 'about:blank', title: 'Not Found', status: 404 };
  await other.page.route('**/api/settings', (route) => route.fulfill({ status: 404, json: problem }));
  await other.page.goto(`${plain.origin}/#/settings`);
  await other.page.getByRole('heading', { name: 'This Nova cannot be set up from here' }).waitFor();
  await other.check(/404/);
  await other.close();
  await plain.stop();
});
