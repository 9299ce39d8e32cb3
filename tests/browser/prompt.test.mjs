import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch, signedIn } from './browser.mjs';
import { hostile } from './hostile.mjs';
import { Nova } from './nova.mjs';

let nova;
let browser;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

test('the prompt follows its file, and no text in it is obeyed', async (t) => {
  const { page, check } = await signedIn(browser, nova);

  await t.test('it is shown as people read it', async () => {
    await page.getByRole('link', { name: 'Prompt' }).click();
    await page.getByRole('heading', { name: 'You are Nova' }).waitFor();
    assert.ok(page.url().endsWith('#/prompt'));
    assert.ok((await page.locator('.sheet .path').textContent()).endsWith('/prompts/NOVA_SYSTEM_PROMPT.md'));
    assert.match(await page.locator('.counts').textContent(), /^\d+ lines · 1\.\d KiB · changed /);
  });

  await t.test('it follows a save by rename', async () => {
    await page.evaluate(() => (window.notReloaded = true));
    const text = '# Another text\n\nWritten by an **editor**.\n';
    writeFileSync(`${nova.prompt}.new`, text);
    renameSync(`${nova.prompt}.new`, nova.prompt);
    await page.getByRole('heading', { name: 'Another text' }).waitFor();
    await page.locator('.sheet').getByText('changed in the file').waitFor();
    await page.getByText(`3 lines · ${text.length} bytes`).waitFor();
    assert.equal(await page.evaluate(() => window.notReloaded), true);
  });

  await t.test('news is pointed out on the other page', async () => {
    await page.getByRole('link', { name: 'Servers' }).click();
    nova.sed(nova.prompt, 's/Another/A third/');
    await page.getByRole('link', { name: 'Prompt changed' }).click();
    await page.getByRole('heading', { name: 'A third text' }).waitFor();
    assert.equal(await page.getByText('changed', { exact: true }).count(), 0);
  });

  await t.test('a long one is fetched', async () => {
    const long = `# Long\n\n${'Many words make a long text. '.repeat(4000)}\n\nThe end of it.\n`;
    writeFileSync(nova.prompt, long);
    await page.getByText('The end of it.').waitFor();
    await page.getByText(`5 lines · ${Math.round(long.length / 1024)} KiB`).waitFor();
  });

  await t.test('a hostile one does nothing', async () => {
    const visits = [];
    const trap = createServer((request, response) => {
      visits.push(request.url);
      response.end();
    });
    await new Promise((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${trap.address().port}`;
    try {
      await fetch(`${url}/control`);
      assert.deepEqual(visits, ['/control'], 'the trap works');
      writeFileSync(nova.prompt, hostile(url));
      await page.getByText('The hostile text ends here.').waitFor();
      // Everything that inserting the text could have set off has been set off when the browser is idle again.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));

      assert.deepEqual(visits, ['/control']);
      assert.equal(await page.evaluate(() => window.hacked), undefined);
      const inside = page.locator('.markdown');
      assert.equal(
        await inside.locator('script, img, iframe, object, embed, link, style, form, svg, base, meta').count(),
        0,
      );
      const links = await inside.locator('a').evaluateAll((all) => all.map((a) => [a.href, a.rel, a.target]));
      assert.deepEqual(links, [['https://example.org/good', 'noopener noreferrer', '_blank']]);
      assert.equal(await inside.locator('[onclick], [onerror], [onload], [style], [id], [name]').count(), 0);
      await inside.getByText('<script>').first().waitFor();
      await inside.getByText('Image not loaded: pixel').waitFor();
    } finally {
      await new Promise((resolve) => trap.close(resolve));
    }
  });

  await check();
});
