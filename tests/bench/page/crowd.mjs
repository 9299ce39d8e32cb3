import { setTimeout as sleep } from 'node:timers/promises';
import { signIn, withChromium } from './chromium.mjs';

/** In the page, from its very beginning. */
function watchTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** So many events a second, by POST, until told to stop; how many were taken. */
function blow(origin, token, perSecond) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const begin = performance.now();
  const under = new Set();
  let sent = 0;
  let taken = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - begin) * perSecond) / 1000;
    for (; sent < due && under.size < 64; sent++) {
      const task = { id: 't-1', status: 'running', title: `step ${sent}` };
      const body = JSON.stringify({ type: 'task_updated', data: { task } });
      const post = fetch(`${origin}/ws/broadcast`, { method: 'POST', headers, body })
        .then(async (answer) => {
          await answer.arrayBuffer();
          if (answer.ok) taken++;
        })
        .finally(() => under.delete(post));
      under.add(post);
    }
  }, 5);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(under);
      return (taken * 1000) / (performance.now() - begin);
    },
  };
}

const longest = (page, from = 0) =>
  page.evaluate((begin) => Math.max(0, ...window.longTasks.filter((one) => one.startTime >= begin).map((one) => one.duration)), from);

/** A long list while 100 events a second come in: scrolled from end to end, filtered, and switched. */
export async function crowd({ origin, token, seconds, report }) {
  await withChromium(async (browser) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await signIn(context, origin, token);
    await context.addInitScript(watchTasks);
    const page = await context.newPage();
    await page.goto(origin);
    await page.locator('.switch').nth(999).waitFor({ state: 'attached' });
    await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
    await sleep(2000);
    report('crowd_drawn', await longest(page));

    const storm = blow(origin, token, 100);
    const begin = await page.evaluate(() => performance.now());
    const end = Date.now() + seconds * 1000;
    await page.mouse.move(600, 400);
    while (Date.now() < end) {
      for (let turn = 0; turn < 20; turn++) {
        await page.mouse.wheel(0, 1500);
        await sleep(16);
      }
      // In sight: a click is not to scroll by itself.
      const place = await page.evaluate(() => {
        const all = [...document.querySelectorAll('.rows .switch')];
        const rect = all.map((one) => one.getBoundingClientRect()).find(({ top }) => top > 200 && top < 600);
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      });
      await page.mouse.click(place.x, place.y);
      await sleep(100);
    }
    report('crowd_rate', await storm.stop());
    report('crowd_task', await longest(page, begin));

    const typing = await page.evaluate(() => performance.now());
    await page.keyboard.press('/');
    for (const key of 'server-9') {
      await page.keyboard.press(key);
      await sleep(50);
    }
    for (let turn = 0; turn < 8; turn++) {
      await page.keyboard.press('Backspace');
      await sleep(50);
    }
    await page.keyboard.press('Escape');
    await sleep(500);
    report('crowd_filter', await longest(page, typing));
  });
}
