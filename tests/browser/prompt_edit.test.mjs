import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { anotherWindow, launch, signedIn } from './browser.mjs';
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

const readPrompt = () => readFileSync(nova.prompt, 'utf8');

test('the prompt is edited, with what it will look like beside it', async (t) => {
  const { page, context, check } = await signedIn(browser, nova, { viewport: { width: 1280, height: 800 } });
  const text = page.getByRole('textbox', { name: 'Text of the prompt' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const preview = page.getByRole('region', { name: 'How the prompt will look' });
  const saved = async () => {
    await page.locator('.toast', { hasText: 'The prompt is saved.' }).getByRole('button', { name: 'Close' }).click();
  };
  const holds = (words) =>
    page.waitForFunction((part) => document.querySelector('textarea')?.value.includes(part), words);

  await t.test('it is drawn while it is typed, and saved to every client', async () => {
    await page.getByRole('link', { name: 'Prompt' }).click();
    await page.getByRole('heading', { name: 'You are Nova' }).waitFor();
    await page.keyboard.press('Control+e');
    await holds('# You are Nova');
    assert.ok(page.url().endsWith('#/prompt/edit'));
    await text.press('Control+End');
    await page.keyboard.type('\n## A *new* part');
    await preview.getByRole('heading', { name: 'A new part' }).waitFor();
    await page.getByText(/about \d+ tokens · 31 lines · /).waitFor();
    await page.getByRole('link', { name: 'Prompt unsaved' }).waitFor();
    await page.keyboard.press('Control+s');
    await saved();
    assert.ok(readPrompt().endsWith('\n## A *new* part'));
    await page.keyboard.press('Control+e');
    await page.getByRole('article').getByRole('heading', { name: 'A new part' }).waitFor();
  });

  await t.test('bytes that nobody touched stay', async () => {
    writeFileSync(nova.prompt, '\ufeffone\r\ntwo\nthree\rfour\r\nlast, without an end');
    await page.keyboard.press('Control+e');
    await holds('last, without an end');
    assert.equal(await text.inputValue(), 'one\ntwo\nthree\nfour\nlast, without an end');
    await text.press('Control+Home');
    await text.press('ArrowDown');
    await text.press('End');
    await page.keyboard.type(' and more\nnew');
    await save.click();
    await saved();
    assert.equal(readPrompt(), '\ufeffone\r\ntwo and more\nnew\r\nthree\rfour\r\nlast, without an end');
  });

  await t.test('it finds words, and goes from one place to the next', async () => {
    writeFileSync(
      nova.prompt,
      `${'Many words that say nothing.\n'.repeat(60)}A needle.\n${'More.\n'.repeat(60)}A Needle.\n`,
    );
    await holds('needle');
    await text.press('Control+Home');
    await text.press('Control+f');
    await page.keyboard.type('needle');
    await page.getByText('1 of 2').waitFor();
    const comesInSight = () =>
      page.waitForFunction(() => {
        const [hit, field] = ['.overlay-lines mark', 'textarea'].map((one) => document.querySelector(one)?.getBoundingClientRect());
        return hit && hit.top >= field.top && hit.bottom <= field.bottom;
      });
    await comesInSight();
    await page.keyboard.press('Enter');
    await page.getByText('2 of 2').waitFor();
    await comesInSight();
    await page.keyboard.press('Enter');
    await page.getByText('1 of 2').waitFor();
    await page.getByLabel('Match case').check();
    await page.getByText('1 of 1').waitFor();
    await page.getByLabel('Find in the text').press('Escape');
    const selected = await text.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    assert.equal(selected, 'needle');
    assert.ok(await text.evaluate((field) => field === document.activeElement));
  });

  await t.test('a hostile text does nothing while it is typed', async () => {
    const visits = [];
    const trap = createServer((request, response) => {
      visits.push(request.url);
      response.end();
    });
    await new Promise((resolve) => trap.listen(0, '127.0.0.1', resolve));
    try {
      await text.fill(hostile(`http://127.0.0.1:${trap.address().port}`));
      await preview.getByText('The hostile text ends here.').waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
      assert.deepEqual(visits, []);
      assert.equal(await page.evaluate(() => window.hacked), undefined);
      const forbidden =
        'script, img, iframe, object, embed, link, style, form, svg, base, meta, [onclick], [onerror], [style]';
      assert.equal(await preview.locator(forbidden).count(), 0);
    } finally {
      await new Promise((resolve) => trap.close(resolve));
    }
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  await t.test('two windows: the second save is a conflict, and nothing is lost', async () => {
    writeFileSync(nova.prompt, 'The text of both.\n');
    await holds('The text of both.');
    const other = await anotherWindow(browser, nova, context);
    await other.page.goto(`${nova.origin}/#/prompt/edit`);
    const theirs = other.page.getByRole('textbox', { name: 'Text of the prompt' });
    await other.page.waitForFunction(() => document.querySelector('textarea')?.value === 'The text of both.\n');
    await text.fill('Mine.\n');
    await theirs.fill('Theirs.\n');
    // The news of the other save comes only after ours is sent.
    let letThrough;
    const waits = new Promise((resolve) => (letThrough = resolve));
    await page.route('**/api/prompt', async (route) => {
      await waits;
      await route.continue();
    });
    await save.click();
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await other.page.getByText('The prompt is saved.').waitFor();
    letThrough();
    await page.getByText('NOVA_SYSTEM_PROMPT.md was changed while you were editing it.').waitFor();
    await page.unroute('**/api/prompt');
    assert.equal(readPrompt(), 'Theirs.\n');
    assert.equal(await text.inputValue(), 'Mine.\n');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await save.click();
    await saved();
    assert.equal(readPrompt(), 'Mine.\n');
    await other.close();
  });

  await t.test('an earlier text is found by its address and restored beside a draft, which stays', async () => {
    await text.fill('A draft.\n');
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.locator('[data-version]').first().click();
    await page.getByRole('region', { name: 'Differences' }).getByText('Removed: Theirs.').waitFor();
    const address = page.url();
    await page.getByRole('button', { name: 'Restore' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your unsaved draft stays as it is.').waitFor();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('is the current one again.').waitFor();
    assert.equal(readPrompt(), 'Theirs.\n');
    await page.getByRole('link', { name: /^Edit/ }).click();
    await page.getByText('was changed while you were editing it').waitFor();
    assert.equal(await text.inputValue(), 'A draft.\n');

    const phone = await anotherWindow(browser, nova, context, { viewport: { width: 320, height: 640 } });
    await phone.page.goto(address);
    await phone.page.getByText('Removed: ').or(phone.page.getByText('This is the text of now')).first().waitFor();
    await phone.page.getByRole('link', { name: 'All earlier texts' }).click();
    assert.ok((await phone.page.locator('[data-version]').count()) > 3);
    await phone.page.goto(`${nova.origin}/#/prompt/edit`);
    await phone.page.getByRole('button', { name: 'Preview' }).click();
    await phone.page.getByRole('region', { name: 'How the prompt will look' }).getByText('Theirs.').waitFor();
    await phone.check();
    await phone.close();
  });

  await t.test('a draft outlives the session', async () => {
    await context.clearCookies();
    await nova.kill();
    await nova.start();
    await page.getByText('Your sign-in has ended.').waitFor();
    await page.getByLabel('Token').fill(nova.token());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await holds('A draft.');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await save.click();
    await saved();
    assert.equal(readPrompt(), 'A draft.\n');
  });

  await check(
    /WebSocket connection to|ERR_(CONNECTION_REFUSED|CONNECTION_RESET|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)|status of (401|412)/,
  );
});
