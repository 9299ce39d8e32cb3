// Chromium, and pages that keep an eye on themselves: whatever they ask for, complain about or are forbidden is noted,
// and a test that ends with check() fails on anything it did not expect.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

// Set to a folder made by server/web/build.mjs, it is shown instead of the page inside the program: for work on the
// page without building the program each time. The server's own headers, and all its answers, stay as they are.
const webDir = process.env.NOVA_WEB_DIR;

/** `args`: of Chromium, beside those that every test has. */
export function launch(args = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium does not know where a page of serveFrom() comes from, and would not let it talk to loopback.
      ...(webDir ? ['--disable-features=LocalNetworkAccessChecks'] : []),
      ...args,
    ],
  });
}

/**
 * A window of its own (its own cookies) on `nova`, not yet anywhere. Without the service worker, unless `options` say
 * otherwise: what it asks for cannot be told from what the page does.
 */
export async function newPage(browser, nova, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  if (webDir && !nova.showsPage) await serveFrom(context, nova, webDir);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);

  const asked = [];
  const complaints = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  page.on('console', (message) => {
    const isOurs = message.text() !== 'Service Worker registration blocked by Playwright';
    if (isOurs && (message.type() === 'error' || message.type() === 'warning')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });

  /** Nothing went anywhere else, nothing was forbidden, and nothing was said but what `expected` matches. */
  const check = async (expected = /^$/) => {
    const host = new URL(nova.origin).host;
    assert.deepEqual(
      asked.filter((url) => new URL(url).host !== host && !url.startsWith('data:')),
      [],
    );
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(
      complaints.filter((text) => !expected.test(text)),
      [],
    );
  };
  return { page, context, check, close: () => context.close() };
}

/** A window that is signed in and shows the list. */
export async function signedIn(browser, nova, options = {}) {
  const opened = await newPage(browser, nova, options);
  const link = options.link ?? nova.link;
  await opened.page.goto(link);
  await opened.page.getByRole('switch').first().waitFor();
  await opened.page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  return opened;
}

/** Another window of somebody who is signed in already. */
export async function anotherWindow(browser, nova, context, options = {}) {
  const opened = await newPage(browser, nova, options);
  await opened.context.addCookies(await context.cookies());
  await opened.page.goto(nova.origin);
  await opened.page.getByRole('switch').first().waitFor();
  await opened.page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  return opened;
}

export function serverSwitch(page, name) {
  return page.getByRole('switch', { name, exact: true });
}

/** Waits until a switch stands so and nothing is on its way any more. */
export async function stands(page, name, on) {
  await page.locator(`[data-server="${name}"] .switch[aria-checked=${on}][aria-busy=false]`).waitFor();
}

async function serveFrom(context, nova, folder) {
  const { headers } = await fetch(nova.origin);
  const policy = headers.get('content-security-policy');
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  for (const { path, content_type } of files) {
    const body = readFileSync(join(folder, path));
    const answer = { body, headers: { 'content-type': content_type, 'content-security-policy': policy } };
    const address = path === 'index.html' ? '/' : `/${path}`;
    await context.route(
      (url) => url.origin === nova.origin && url.pathname === address,
      (route) => route.fulfill(answer),
    );
  }
}
