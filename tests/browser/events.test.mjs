import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, serverSwitch, signedIn, stands } from './browser.mjs';
import { Nova } from './nova.mjs';

let nova;
let browser;
let window;
let page;
let token;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
  token = nova.token();
  await say({ task: { id: 'early', title: 'Before the page', status: 'completed' } });
  window = await signedIn(browser, nova, { permissions: ['clipboard-read', 'clipboard-write'] });
  page = window.page;
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

/** As another program does. */
async function say(data) {
  const body = JSON.stringify({ type: 'task_updated', data });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const answer = await fetch(`${nova.origin}/ws/broadcast`, { method: 'POST', headers, body });
  assert.ok(answer.ok, await answer.text());
}

const rows = () => page.locator('.event');
const row = (text) => page.locator('.event', { hasText: text });
const sentences = () => page.locator('.event-words').allTextContents();
const summary = (text) => page.locator('.counts', { hasText: text }).waitFor();
const address = () => page.evaluate(() => location.hash);

test('tells what was before and what happens now, whoever did it, the newest first', async () => {
  await say({ task: { id: 'live', title: 'While another page is open', status: 'running' } });
  await page.getByRole('link', { name: 'Events' }).click();
  await row('Task Before the page is done').waitFor();
  assert.deepEqual(await sentences(), ['Task While another page is open is running', 'Task Before the page is done']);

  nova.sed(nova.catalog, '/^notion:/,$ s/enabled: false/enabled: true/');
  await row('notion switched on, in the file').waitFor();
  const other = await signedIn(browser, nova, { link: `${nova.origin}/`, storageState: await window.context.storageState() });
  await serverSwitch(other.page, 'gmail').click();
  await stands(other.page, 'gmail', false);
  await other.close();
  await page.getByRole('option').first().getByText('gmail switched off').waitFor();
  await say({ counts: { pending: 3, running: 1, completed: 9, failed: 2 } });
  await row('Tasks: 3 waiting · 1 running · 9 done · 2 failed').waitFor();
  await page.locator('.tasks-line').getByText('2 failed').waitFor();
  await page.locator('.tasks-line').getByText('3 waiting · 1 running · 9 done').waitFor();
  await window.check();
});

test('is narrowed by kind and by words, in the address', async () => {
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await page.locator('.counts', { hasText: /^3 of \d+ events$/ }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('another page');
  await page.locator('.counts', { hasText: /^1 of \d+ events$/ }).waitFor();
  assert.equal(await address(), '#/events?kind=tasks&q=another+page');
  assert.equal(await rows().count(), 1);
  await page.keyboard.type(' nowhere');
  await page.getByRole('heading', { name: 'No event matches' }).waitFor();
  await page.goBack();
  assert.equal(await address(), '#/events', 'what is typed is no step of its own, a kind is one');
  await page.goForward();
  await page.getByRole('button', { name: 'Show all events' }).click();
  await summary(/^\d+ events$/);
  await window.check();
});

test('one event is opened beside the list, by pointer and keyboard, and copied', async () => {
  await page.locator('.event-list').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const details = page.getByRole('region', { name: 'Details of the event' });
  await details.getByText('Tasks: 3 waiting · 1 running · 9 done · 2 failed').waitFor();
  await page.keyboard.press('j');
  await details.getByText('gmail switched off').waitFor();
  const opened = await address();
  assert.match(opened, /^#\/events\/[0-9a-f-]{36}$/);
  await details.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('The event is copied as JSON.').waitFor();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(`#/events/${copied.id}`, opened);
  assert.equal(copied.data.name, 'gmail');

  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await page.goBack();
  await details.getByText('gmail switched off').waitFor();
  await page.reload();
  await details.getByText('gmail switched off').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.event-list').waitFor({ state: 'detached' });
  await details.getByText('Told by').waitFor();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Close the details' }).click();
  await page.getByRole('button', { name: /^Copy all/ }).click();
  await page.getByText(/events are copied as JSON/).waitFor();
  const all = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(all.length, await rows().count());
  await window.check();
});

test('a pause holds back what comes and loses nothing', async () => {
  const shown = await rows().count();
  await page.keyboard.press('p');
  await page.getByText('Paused · nothing new').waitFor();
  for (const id of ['one', 'two']) await say({ task: { id, status: 'running' } });
  await page.getByText('Paused · 2 new').waitFor();
  assert.equal(await rows().count(), shown);
  await page.locator('.events-paused').getByRole('button', { name: 'Resume' }).click();
  await row('Task two is running').waitFor();
  assert.equal(await rows().count(), shown + 2);
  await window.check();
});

test('a storm makes few rows, and what is read stays where it is', async () => {
  const storm = async (from, count) => {
    for (let at = from; at < from + count; at += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, more) => say({ task: { id: `s-${at + more}`, status: 'running' } })),
      );
  };
  await storm(0, 600);
  await summary(/^6\d\d events$/);
  await page.evaluate(() => scrollTo(0, 4000));
  const middle = () => page.evaluate(() => document.elementFromPoint(500, 400)?.closest('.event')?.textContent);
  await page.waitForFunction(() => document.elementFromPoint(500, 400)?.closest('.event'));
  const read = await middle();
  await storm(600, 400);
  await page.getByRole('button', { name: '400 new above' }).waitFor();
  assert.equal(await middle(), read);
  assert.ok((await rows().count()) < 60, `${await rows().count()} rows for 1,000 events`);
  await page.getByRole('button', { name: '400 new above' }).click();
  await page.locator('.event[aria-posinset="1"]').waitFor();
  await window.check();
});

test('after a break nothing is missing, and what nobody knows any more is said', async () => {
  await page.goto(`${nova.origin}/#/events?kind=tasks`);
  await row('Task s-9').first().waitFor();
  await window.context.setOffline(true);
  await page.evaluate(() => scrollTo(0, 0));
  await nova.kill();
  await page.locator('[data-status=live]', { hasText: 'Reconnecting…' }).waitFor();
  await window.context.setOffline(false);
  await nova.start();
  await say({ task: { id: 'after', title: 'Since the start', status: 'failed' } });
  await row('Task Since the start failed').waitFor();
  await row(/^Events between .* and .* are not known$/).waitFor();
  assert.equal(await row('Task Since the start failed').count(), 1);
  assert.ok((await sentences()).includes('Task s-990 is running'), 'what was known stays');
  await window.check(/WebSocket connection to|ERR_|Failed to load resource/);
});

test('on paper there is the page without the rail and the buttons', async () => {
  await page.goto(`${nova.origin}/#/health`);
  await page.locator('.health-card').first().waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['.rail', '.status-line', '.tools', '.segments', '.health-card button'])
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.match(await page.locator('.print-head').innerText(), /nova-settings@.* · .*20\d\d/);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.row-name')).color), 'rgb(0, 0, 0)');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.health-card')).breakInside), 'avoid');
  await page.emulateMedia({ media: 'screen' });
});
