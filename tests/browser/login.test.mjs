import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, newPage } from './browser.mjs';
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

test('the link signs in once and leaves nothing in the address; then the token does', async () => {
  const code = new URL(nova.link).hash.slice('#login='.length);
  assert.ok(code.length >= 16);

  const first = await newPage(browser, nova);
  await first.page.goto(nova.link);
  await first.page.getByRole('switch').first().waitFor();
  assert.ok(!first.page.url().includes(code), first.page.url());
  const kept = await first.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  assert.equal(kept, '[{},{},""]', 'no secret is within reach of a script');
  await first.page.goBack().catch(() => null);
  assert.ok(!first.page.url().includes(code), 'nor is it one step back');
  await first.page.goto(nova.origin);
  await first.page.getByRole('switch').first().waitFor();
  await first.check();
  await first.close();

  const second = await newPage(browser, nova);
  await second.page.goto(nova.link);
  await second.page.getByText('That link was used already or is too old.').waitFor();
  assert.ok(!second.page.url().includes(code));

  const field = second.page.getByLabel('Token');
  await field.fill('not-the-token');
  await second.page.getByRole('button', { name: 'Sign in' }).click();
  await second.page.getByText('That is not the token.').waitFor();
  assert.equal(await field.inputValue(), 'not-the-token', 'what was typed stays');

  await field.fill(nova.token());
  await field.press('Enter');
  await second.page.getByRole('switch').first().waitFor();

  await second.page.getByRole('button', { name: 'Sign out' }).click();
  await second.page.getByLabel('Token').waitFor();
  assert.equal(await second.page.getByRole('switch').count(), 0);
  await second.page.reload();
  await second.page.getByLabel('Token').waitFor();
  await second.check(/status of 401/);
  await second.close();
});
