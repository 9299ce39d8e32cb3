import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../src/api/api';
import { Http } from '../src/api/http';
import { Problem } from '../src/api/problem';

/** An Api whose server answers what the test says, and the requests it got. */
function setUp(...answers: (() => Response)[]) {
  const requests: { path: string; init: RequestInit; headers: Record<string, string> }[] = [];
  const http = new Http(async (path, init = {}) => {
    requests.push({ path: String(path), init, headers: init.headers as Record<string, string> });
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
  const api = new Api(http);
  return { api, requests };
}

const json =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    new Response(JSON.stringify(body), init);

test('a write carries the revision and the CSRF token, with a relative address', async () => {
  const { api, requests } = setUp(
    json({ authenticated: true, who: 'session', csrf_token: 'c1' }),
    json({ name: 'a.b', enabled: true, changed: true, revision: 'r2' }),
  );
  await api.session();
  assert.equal((await api.toggle('a.b', true, 'r1')).revision, 'r2');
  const [, put] = requests;
  assert.equal(put?.path, './api/mcp/a.b/toggle');
  assert.equal(put?.init.method, 'PUT');
  assert.equal(put?.headers['If-Match'], '"r1"');
  assert.equal(put?.headers['X-CSRF-Token'], 'c1');
  assert.equal(put?.init.body, '{"enabled":true}');
});

test('a read carries no CSRF token', async () => {
  const { api, requests } = setUp(json({ authenticated: true, who: 'session', csrf_token: 'c1' }), json({}));
  await api.session();
  await api.state();
  assert.equal(requests[1]?.headers['X-CSRF-Token'], undefined);
});

test('a problem keeps the words of the server', async () => {
  const body = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Managed elsewhere.', request_id: 'q1' };
  const { api } = setUp(json(body, { status: 409, headers: { 'Content-Type': 'application/problem+json' } }));
  await assert.rejects(api.toggle('a', true, 'r'), (error: unknown) => {
    assert.ok(error instanceof Problem);
    assert.deepEqual([error.status, error.message, error.requestId], [409, 'Managed elsewhere.', 'q1']);
    return true;
  });
});

test('an answer that is no problem document is a problem all the same', async () => {
  const { api } = setUp(
    () => new Response('<html>', { status: 502 }),
    () => new Response('<html>'),
  );
  await assert.rejects(api.state(), /answered with 502/);
  await assert.rejects(api.state(), /could not be read/);
});

test('no answer says that Nova cannot be reached', async () => {
  await assert.rejects(setUp().api.state(), (error: unknown) => error instanceof Problem && error.status === 0);
});

test('a 401 ends the session, but not while signing in', async () => {
  const refused = json({ title: 'Unauthorized' }, { status: 401 });
  const { api } = setUp(refused, refused);
  let ended = 0;
  api.onUnauthenticated = () => ended++;
  await assert.rejects(api.signIn({ token: 'x' }));
  assert.equal(ended, 0);
  await assert.rejects(api.state());
  assert.equal(ended, 1);
});

test('the time to wait is handed on', async () => {
  const { api } = setUp(json({ title: 'Too many' }, { status: 429, headers: { 'Retry-After': '17' } }));
  await assert.rejects(
    api.signIn({ token: 'x' }),
    (error: unknown) => error instanceof Problem && error.retryAfter === 17,
  );
});
