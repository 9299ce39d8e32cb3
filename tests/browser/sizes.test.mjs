// Every page from the smallest phone to the widest screen, and with the text twice as large: nothing is cut off, nothing
// has to be pushed sideways, and everything can be hit with a finger.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, signedIn } from './browser.mjs';
import { Nova } from './nova.mjs';
import { goTo, views } from './views.mjs';

const folder = process.env.NOVA_SCREENSHOTS ?? join(dirname(fileURLToPath(import.meta.url)), '../../build/screenshots');
const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
  // What is left of 1280 and of 640 px for somebody who reads text at twice the size.
  { width: 1280, height: 800, text: 200 },
  { width: 640, height: 800, text: 200 },
];

let nova;
let browser;
before(async () => {
  mkdirSync(folder, { recursive: true });
  [nova, browser] = await Promise.all([Nova.start({ NOVA_HEALTH_INTERVAL_S: '5' }), launch()]);
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

/** In the page: what does not fit, in words. */
function misfits() {
  const found = [];
  const wide = document.documentElement.clientWidth;
  const nameOf = (element) => `<${element.localName} class="${element.className}"> ${element.textContent.slice(0, 40)}`;
  if (document.documentElement.scrollWidth > wide)
    found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  // A place that scrolls sideways by itself, as code does, shows all of it.
  const scrolls = (element) => element.closest('pre, .table, [data-scrolls]') !== null;
  for (const element of document.querySelectorAll('a, button, input, select, textarea, summary, h1, h2, [role=switch]')) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // The words beside a box to be ticked are part of what is touched.
    const target = element.matches('[type=checkbox]') ? (element.closest('label') ?? element) : element;
    const { left, right, width, height } = target.getBoundingClientRect();
    // For screen readers only.
    if (width <= 1 || element.closest('.unseen') || scrolls(element)) continue;
    if (left < -1 || right > wide + 1) found.push(`${nameOf(element)} from ${left} to ${right}`);
    if (element.scrollWidth > element.clientWidth + 1 && element.matches('button, h1, h2') && element.clientWidth > 0)
      found.push(`${nameOf(element)} shows ${element.clientWidth} of ${element.scrollWidth} px`);
    // A link within a sentence is as high as its line.
    const isInline = element.matches('a') && getComputedStyle(element).display === 'inline';
    if (!element.matches('h1, h2') && !isInline && (width < 24 || height < 24))
      found.push(`${nameOf(element)} is ${Math.round(width)} × ${Math.round(height)} px`);
  }
  for (const element of document.querySelectorAll('.rail a > *, .rail button, .state, .row-text > *, .banner > *')) {
    const box = element.closest('.row, .details, .health-card, .banner, .rail');
    const [inner, outer] = [element, box].map((one) => one?.getBoundingClientRect());
    if (outer && inner.width > 1 && inner.right > outer.right + 1) found.push(`${nameOf(element)} leaves its place`);
  }
  return found;
}

test('everything fits at every size, and with large text', async () => {
  const { page, check } = await signedIn(browser, nova);
  await page.locator('[data-server=calendar][data-mark=failing]').waitFor();
  const found = [];
  for (const { width, height, text = 100 } of sizes) {
    await page.setViewportSize({ width, height });
    await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), text);
    for (const view of views) {
      await goTo(page, view);
      const where = `${view.name}, ${width} px, text at ${text} %`;
      found.push(...(await page.evaluate(misfits)).map((line) => `${where}: ${line}`));
      if (process.env.NOVA_SCREENSHOTS)
        await page.screenshot({ path: join(folder, `size-${width}-${text}-${view.name.replaceAll(' ', '-')}.png`) });
    }
  }
  assert.deepEqual(found, []);

  // On a very wide screen a switch is still beside what it switches.
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
  await page.setViewportSize({ width: 3840, height: 2160 });
  await goTo(page, views[0]);
  const row = await page.locator('[data-server=gmail]').boundingBox();
  assert.ok(row.width < 2000, `a row is ${row.width} px wide`);
  await check();
});
