// axe-core looks at everything that can be seen: WCAG 2.2 AA and its good practice, without an exception.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch, newPage, signedIn } from './browser.mjs';
import { Nova } from './nova.mjs';
import { goTo, views } from './views.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = ['color-contrast', 'link-in-text-block'];
/**
 * Everything at both sizes; what another theme can change once more in it. The small one is high: the bar at its bottom
 * shall lie over nothing, or what is half below it counts as too small to be touched.
 */
const looks = [
  { colorScheme: 'light', width: 1280, height: 800, rules: { type: 'tag', values: tags } },
  { colorScheme: 'light', width: 390, height: 2400, rules: { type: 'tag', values: tags } },
  { colorScheme: 'dark', width: 1280, height: 800, rules: { type: 'rule', values: colours } },
];

let nova;
let browser;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start({ NOVA_HEALTH_INTERVAL_S: '5' }), launch()]);
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

/** What is wrong with what `page` shows, in every look: a line for each place. */
async function wrongs(page) {
  const found = [];
  for (const { colorScheme, width, height, rules } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    const lines = await page.evaluate(async (runOnly) => {
      const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
    }, rules);
    found.push(...lines.map((line) => `${colorScheme}, ${width} px: ${line}`));
  }
  return found;
}

test('signed out, or without a server, nothing is wrong', async () => {
  const { page, check } = await newPage(browser, nova);
  await page.goto(nova.origin);
  await page.evaluate(axe);
  await page.getByLabel('Token').waitFor();
  assert.deepEqual(await wrongs(page), [], 'the form');
  await page.getByLabel('Token').fill('not-the-token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('That is not the token.').waitFor();
  assert.deepEqual(await wrongs(page), [], 'the form after a wrong token');

  await page.route('**/api/session', (route) => route.abort('connectionrefused'));
  await page.reload();
  await page.evaluate(axe);
  await page.getByRole('heading', { name: 'Nova cannot be reached' }).waitFor();
  assert.deepEqual(await wrongs(page), [], 'no server');
  await check(/ERR_|status of 401/);
});

test('signed in, nothing is wrong anywhere', async () => {
  const { page, check } = await signedIn(browser, nova);
  await page.evaluate(axe);
  // Rows as they are when they want somebody, and one that says why it does not switch.
  await page.locator('[data-server=calendar][data-mark=failing]').waitFor();
  const found = [];
  for (const view of views) {
    await goTo(page, view);
    found.push(...(await wrongs(page)).map((line) => `${view.name}, ${line}`));
  }
  assert.deepEqual(found, []);

  nova.writeCatalog(nova.readCatalog().replace('url: http://localhost:8003/mcp', 'url: [broken'));
  await goTo(page, views[0]);
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await wrongs(page), [], 'a file with errors');
  await nova.kill();
  await page.getByText('The connection to Nova is lost').waitFor();
  assert.deepEqual(await wrongs(page), [], 'a lost connection');
  await check(/ERR_|WebSocket connection/);
});
