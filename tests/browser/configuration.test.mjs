import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, signedIn } from './browser.mjs';
import { Nova } from './nova.mjs';

let nova;
let browser;
let original;
before(async () => {
  [nova, browser] = await Promise.all([Nova.start(), launch()]);
  original = nova.readCatalog();
});
after(async () => {
  await browser?.close();
  await nova?.stop();
});

const gone = /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)|WebSocket connection to/;

/** As another client would: over the API, on what is in the file now. */
async function putConfig(content) {
  const headers = { Authorization: `Bearer ${nova.token()}` };
  const now = await fetch(`${nova.origin}/api/config`, { headers });
  const answer = await fetch(`${nova.origin}/api/config`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'text/plain', 'If-Match': now.headers.get('etag') },
    body: content,
  });
  assert.equal(answer.status, 200, await answer.text());
}

test('the configuration is edited as a text', async (t) => {
  const { page, check } = await signedIn(browser, nova, { viewport: { width: 1280, height: 800 } });
  await page.getByRole('link', { name: 'Configuration' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the configuration' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const findings = page.getByRole('region', { name: 'What is wrong' }).getByRole('listitem');
  const toast = async (words, button = 'Close') => {
    await page.locator('.toast', { hasText: words }).getByRole('button', { name: button }).click();
    await page.locator('.toast', { hasText: words }).waitFor({ state: 'detached' });
  };
  const holds = (words) =>
    page.waitForFunction((part) => document.querySelector('textarea')?.value.includes(part), words);
  const unsaved = page.getByRole('link', { name: 'Configuration unsaved' });
  await holds('notion:');

  await t.test('errors are marked at line and column while it is typed', async () => {
    assert.equal(await text.inputValue(), original);
    assert.equal(await save.getAttribute('title'), 'There is nothing to save.');
    await text.fill(original.replace(/enabled: false/, 'enabled: maybe'));
    const line = original.split('\n').findIndex((one) => one.includes('enabled: false')) + 1;
    await findings.getByText('notion.enabled has to be true or false.').waitFor();
    assert.match(await findings.first().innerText(), new RegExp(`Line ${line}, column 12`));
    assert.equal(await page.locator('.overlay-line u').textContent(), 'maybe');
    const mark = page.locator(`.gutter-line[data-line="${line}"]`);
    assert.match(await mark.getAttribute('title'), /notion\.enabled has to be true or false/);
    // What is drawn stands at the height of its number.
    const [left, right] = [await mark.boundingBox(), await page.locator('.overlay-line').boundingBox()];
    assert.ok(Math.abs(left.y - right.y) < 1, `${left.y} ${right.y}`);

    await text.press('Control+Home');
    await text.press('F8');
    const caret = await text.evaluate((field) => field.value.slice(field.selectionStart, field.selectionStart + 5));
    assert.equal(caret, 'maybe');
  });

  await t.test('it is not saved while it is wrong, and is when it is mended', async () => {
    assert.equal(await save.getAttribute('aria-disabled'), 'true');
    assert.equal(await save.getAttribute('title'), '1 error has to be mended first.');
    await text.press('Control+s');
    await page.getByText('Not saved. 1 error has to be mended first.').waitFor();
    assert.equal(nova.readCatalog(), original);
    // The caret is at the place: what stands there is replaced.
    for (let key = 0; key < 5; key++) await text.press('Delete');
    await page.keyboard.type('true');
    await page.getByText('Not saved.').waitFor({ state: 'detached' });
    await findings.first().waitFor({ state: 'detached' });
    await text.press('Control+s');
    await toast('The configuration is saved.');
    assert.equal(nova.readCatalog(), original.replace(/enabled: false/, 'enabled: true'));
    await unsaved.waitFor({ state: 'detached' });
  });

  await t.test('what the server alone can refuse is said, and nothing is lost', async () => {
    const wrong = `${nova.readCatalog()}\nbroken:\n  description: no address\n`;
    // Saved at once: before anybody was asked whether it is right.
    await text.fill(wrong);
    await text.press('Control+s');
    await page.getByText(/Not saved\. .*broken has no «url»/).waitFor();
    await findings.getByText('broken has no «url».').waitFor();
    assert.equal(await text.inputValue(), wrong);
    await text.press('Control+End');
    await page.keyboard.type('  url: http://localhost:9/mcp');
    await findings.first().waitFor({ state: 'detached' });
    await save.click();
    await toast('The configuration is saved.');
    assert.match(nova.readCatalog(), /broken:\n {2}description: no address\n {2}url: http:\/\/localhost:9\/mcp$/);
  });

  await t.test('a new line begins below the one before it', async () => {
    await text.press('Control+End');
    await text.press('Enter');
    await page.keyboard.type('enabled: false');
    assert.ok((await text.inputValue()).endsWith('/mcp\n  enabled: false'));
    await text.press('Control+z');
    assert.equal(await text.inputValue(), nova.readCatalog(), 'what was typed can be undone');
    await page.keyboard.type('# another');
    await text.press('Tab');
    assert.equal(await text.evaluate((field) => document.activeElement === field), false, 'Tab leaves the text');
    await page.getByRole('button', { name: 'Discard' }).click();
    await toast('The draft was discarded.', 'Undo');
    await unsaved.waitFor();
  });

  await t.test('a draft is there after other pages, and leaving with it asks', async () => {
    await text.fill(`# a draft\n${nova.readCatalog()}`);
    await page.getByRole('link', { name: 'Servers' }).click();
    await page.getByRole('switch').first().waitFor();
    const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    assert.equal(await asks(), true);
    await unsaved.click();
    await holds('# a draft');
    await page.getByRole('button', { name: 'Discard' }).click();
    assert.equal(await asks(), false);
  });

  await t.test('the file changes under a draft: compare, keep mine', async () => {
    await text.fill(`# mine\n${nova.readCatalog()}`);
    nova.sed(nova.catalog, 's/Search the web and fetch pages/Look things up/');
    await page.getByText('mcp_servers.yaml was changed while you were editing it.').waitFor();
    assert.equal(await save.getAttribute('aria-disabled'), 'true');
    await page.getByRole('button', { name: 'Compare' }).click();
    const diff = page.getByRole('region', { name: 'Differences' });
    await diff.getByText('Added: # mine').waitFor();
    await diff.getByText('Removed: description: Look things up').waitFor();
    await page.getByRole('button', { name: 'Back to the draft' }).click();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await save.click();
    await toast('The configuration is saved.');
    assert.match(nova.readCatalog(), /^# mine\n[^]*Search the web and fetch pages/);
  });

  await t.test('another client changes it: take theirs, undo, and the same text settles it', async () => {
    await text.fill(nova.readCatalog().replace('# mine', '# once more mine'));
    await putConfig(nova.readCatalog().replace('# mine', '# theirs'));
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await holds('# theirs');
    await toast('The draft was replaced by the text in the file.', 'Undo');
    await holds('# once more mine');
    await page.getByText('was changed while you were editing it').waitFor();
    await putConfig(nova.readCatalog().replace('# theirs', '# once more mine'));
    await page.getByText('was changed while you were editing it').waitFor({ state: 'detached' });
    await unsaved.waitFor({ state: 'detached' });
  });

  await t.test('a backup is compared, restored, and that undone', async () => {
    const before = nova.readCatalog();
    await page.getByRole('link', { name: 'Backups' }).click();
    await page.locator('[data-version]').last().click();
    assert.match(page.url(), /#\/configuration\/backups\/.+/);
    await page.getByText(/Replaced just now\. Since then \d+ lines? added, 1 removed\./).waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore the text replaced just now?' });
    await dialog.getByText('The configuration becomes the text that was replaced just now.').waitFor();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('This is the text of now', { exact: true }).waitFor();
    assert.equal(nova.readCatalog(), original);
    await toast('The text replaced just now is the current one again.', 'Undo');
    await toast('The restore was taken back.');
    assert.equal(nova.readCatalog(), before);
    await page.goBack();
    await page.goBack();
    await holds('# once more mine');
  });

  await t.test('the server is killed under a draft, which is saved when it is back', async () => {
    await text.fill(`# through the storm\n${nova.readCatalog()}`);
    await nova.kill();
    await page.getByText('Nova cannot be reached. What you typed is kept').waitFor();
    assert.equal(await save.getAttribute('aria-disabled'), 'true');
    await text.press('Control+Home');
    await page.keyboard.type('# and still typed\n');
    await nova.start();
    await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
    await page.getByText('Nova cannot be reached.').waitFor({ state: 'detached' });
    await save.click();
    await toast('The configuration is saved.');
    assert.match(nova.readCatalog(), /^# and still typed\n# through the storm\n/);
  });

  await t.test('an invalid file shows where it is wrong; from elsewhere a link leads there', async () => {
    nova.writeCatalog(`${original}\n\nnovel:\n  url: nowhere\n`);
    await findings.getByText('novel.url is not an absolute http or https address.').waitFor();
    await page.getByText('Until it is fixed, the last good state stays in force.').waitFor();
    await page.getByRole('link', { name: 'Servers' }).click();
    await page.getByRole('link', { name: /^Line \d+, column 8$/ }).click();
    await page.waitForFunction(() => {
      const field = document.querySelector('textarea');
      return field === document.activeElement && field.value.slice(field.selectionStart).startsWith('nowhere');
    });
    await page.keyboard.type('http://');
    await findings.first().waitFor({ state: 'detached' });
    await save.click();
    await toast('The configuration is saved.');
    assert.ok(nova.readCatalog().endsWith('url: http://nowhere\n'));
  });

  await t.test('a file that is gone is made anew', async () => {
    const before = nova.readCatalog();
    rmSync(nova.catalog);
    await page.getByText('mcp_servers.yaml is gone').waitFor();
    await page.waitForFunction(() => document.querySelector('textarea').value === '');
    await text.fill(before);
    await save.click();
    await toast('The configuration is saved.');
    assert.equal(readFileSync(nova.catalog, 'utf8'), before);
  });

  await t.test('one that is no text is not edited, and comes back', async () => {
    writeFileSync(nova.catalog, Buffer.from([0x61, 0xff, 0x0a]));
    await page.getByText('is not UTF-8 text, so it cannot be edited here').waitFor();
    assert.equal(await text.count(), 0);
    nova.writeCatalog(original);
    await holds('notion:');
    assert.equal(await text.inputValue(), original);
  });

  await check(new RegExp(`${gone.source}|status of (4\\d\\d)`));
});
