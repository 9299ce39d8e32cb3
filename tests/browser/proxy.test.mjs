// The page behind nginx, as docs/operations/reverse-proxy.md has it: by https, under a path, from one of two replicas.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bearer, call } from '../fleet/calls.mjs';
import { scratch } from '../fleet/children.mjs';
import { Nginx, name, origin } from '../fleet/nginx.mjs';
import { Redis } from '../fleet/redis.mjs';
import { readCatalog, startReplicas, token } from '../fleet/replicas.mjs';
import { launch, newPage, serverSwitch, stands } from './browser.mjs';

const place = scratch();
const world = { folder: place.folder };
let replicas = [];
let nginx;
let browser;

before(async () => {
  world.redis = await Redis.start(place.folder);
  replicas = await startReplicas(world, 2);
  nginx = await Nginx.start(
    place.folder,
    replicas.map(({ address }) => address),
  );
  browser = await launch([`--host-resolver-rules=MAP ${name}:443 127.0.0.1:${nginx.port}`]);
});
after(async () => {
  await browser?.close();
  await nginx?.end();
  await Promise.all(replicas.map((replica) => replica.end()));
  await world.redis?.end();
  place.remove();
});

test('under a path, by https, signed in by the link, the page is as it is without a proxy', async () => {
  const { epoch } = (await call(`${nginx.address}api/state`, nginx.by({ headers: bearer(token) }))).json();
  const [here, there] = (await replicas[0].state()).epoch === epoch ? replicas : [...replicas].reverse();

  const { page, context, check } = await newPage(browser, { origin }, { ignoreHTTPSErrors: true });
  await page.goto(`${origin}/nova/#login=${here.loginCode}`);
  await page.getByRole('switch').first().waitFor();
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/nova/');
  const [{ path, secure, httpOnly, sameSite }] = await context.cookies();
  assert.deepEqual({ path, secure, httpOnly, sameSite }, { path: '/nova/', secure: true, httpOnly: true, sameSite: 'Strict' });

  await serverSwitch(page, 'gmail').click();
  await stands(page, 'gmail', false);
  assert.match(readCatalog(world), /gmail:[^]*?enabled: false/);

  // What the other replica does comes without a reload.
  const put = await call(`${there.origin}api/mcp/gmail/toggle`, { method: 'PUT', headers: bearer(token), json: { enabled: true } });
  assert.equal(put.status, 200, put.body);
  await stands(page, 'gmail', true);

  await page.reload();
  await page.locator('[data-status=live]', { hasText: 'Live' }).waitFor();
  await stands(page, 'gmail', true);
  await check();
  await context.close();
});
