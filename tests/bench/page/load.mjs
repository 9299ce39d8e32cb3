import { signIn, withChromium } from './chromium.mjs';

/** In the page, from its very beginning: uses the first switch as soon as it can be seen, and notes when it has moved. */
async function useFirstSwitch() {
  const frame = () => new Promise(requestAnimationFrame);
  const painted = () => frame().then(() => new Promise((done) => setTimeout(done)));
  while (!document.querySelector('[role=switch]')) await frame();
  await painted();
  window.drawnAt = performance.now();
  const first = document.querySelector('[role=switch]');
  const before = first.getAttribute('aria-checked');
  first.click();
  while (first.getAttribute('aria-checked') === before) await frame();
  await painted();
  window.answeredAt = performance.now();
}

/** With a cold cache each time, signed in: the first paint, the list, and a switch that answers; and what came over. */
export async function load({ origin, token, times, report }) {
  await withChromium(async (browser) => {
    // The first window also starts what Chromium needs only once.
    for (let turn = 0; turn <= times; turn++) {
      const context = await browser.newContext();
      await signIn(context, origin, token);
      await context.addInitScript(useFirstSwitch);
      const page = await context.newPage();
      await page.goto(origin);
      await page.waitForFunction(() => window.answeredAt !== undefined);
      await page.locator('.switch[aria-busy=false]').first().waitFor();
      const seen = await page.evaluate(() => ({
        painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        drawn: window.drawnAt,
        answered: window.answeredAt,
        bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .filter(({ name }) => !name.includes('/api/'))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      }));
      await context.close();
      if (turn === 0) continue;
      report('painted', seen.painted);
      report('drawn', seen.drawn);
      report('interactive', seen.answered);
      report('bytes', seen.bytes / 1000);
    }
  });
}
