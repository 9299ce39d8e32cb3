import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, newPage, signedIn } from './browser.mjs';
import { Nova } from './nova.mjs';

const folder = process.env.NOVA_SCREENSHOTS ?? join(dirname(fileURLToPath(import.meta.url)), '../../build/screenshots');
const sizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];

let nova;
let browser;
let cookies;
before(async () => {
  mkdirSync(folder, { recursive: true });
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
  const first = await signedIn(browser, nova);
  cookies = await first.context.cookies();
  await first.close();
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

/** Takes a picture, and says how many colours are in it and how light it is on the whole (0 to 255). */
async function picture(page, name) {
  const png = await page.screenshot({ path: join(folder, `web-${name}.png`) });
  const blank = await browser.newPage();
  const seen = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set();
    let light = 0;
    for (let at = 0; at < data.length; at += 4) {
      colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      light += (data[at] + data[at + 1] + data[at + 2]) / 3;
    }
    return { colours: colours.size, light: light / (data.length / 4) };
  }, png.toString('base64'));
  await blank.close();
  return seen;
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of sizes) {
    test(`looks right in ${colorScheme} at ${viewport.width} px`, async () => {
      const window = await newPage(browser, nova, { colorScheme, viewport });
      const { page, context, check } = window;
      const pages = {
        login: () => page.getByLabel('Token').waitFor(),
        servers: () => page.locator('[data-status=live]', { hasText: 'Live' }).waitFor(),
        health: () => page.getByRole('heading', { name: 'Health', level: 1 }).waitFor(),
        prompt: () => page.getByRole('heading', { name: 'You are Nova' }).waitFor(),
      };
      for (const [name, shown] of Object.entries(pages)) {
        if (name === 'servers') await context.addCookies(cookies);
        await page.goto(`${nova.origin}/#/${name}`);
        if (name === 'servers') await page.reload();
        await shown();
        const { colours, light } = await picture(page, `${name}-${colorScheme}-${viewport.width}`);
        assert.ok(colours > 40, `${name}: ${colours} colours`);
        assert.ok(colorScheme === 'light' ? light > 200 : light < 70, `${name}: lightness ${light}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= viewport.width, `${name} is ${wide} px wide`);
      }
      await check();
      await window.close();
    });
  }
}
