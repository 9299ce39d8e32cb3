// What holds for every path: the methods that it has not, HEAD, the id of a request, the types of a body.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Description } from './description.mjs';
import { requests } from './requests.mjs';
import { World } from './world.mjs';

const description = new Description();
const operations = (id) => description.operation(id);
let world;

before(async () => {
  world = await World.start();
});
after(() => world?.stop());

const paths = new Map();
for (const operation of description.operations)
  paths.set(operation.path, [...(paths.get(operation.path) ?? []), operation.method]);

for (const [path, methods] of paths) {
  test(`${path} answers other methods with 405`, async () => {
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) {
      if (methods.includes(method)) continue;
      const answer = await world.call({ method, path }, { params: { name: 'gmail', id: '1' } });
      assert.equal(answer.status, 405, method);
      assert.deepEqual(answer.headers.get('allow').split(', ').sort(), [...methods].sort());
      description.checkSchema('Problem', JSON.parse(answer.body));
    }
  });
}

for (const operation of description.operations.filter(({ id, method }) => method === 'GET' && id !== 'openWebSocket')) {
  test(`HEAD of ${operation.path} is GET without the body`, async () => {
    const request = await requests[operation.id][0](world, operations);
    const [get, head] = [
      await world.call(operation, request),
      await world.call({ ...operation, method: 'HEAD' }, request),
    ];
    assert.equal(head.status, get.status);
    assert.equal(head.body.length, 0);
    assert.equal(head.headers.get('etag'), get.headers.get('etag'));
    assert.equal(head.headers.get('content-type'), get.headers.get('content-type'));
  });
}

test('a request keeps its id, if it is a sane one', async () => {
  for (const operation of description.operations) {
    const named = await world.call(operation, {
      params: { name: 'gmail', id: '1' },
      headers: { 'X-Request-ID': 'mine-7' },
    });
    assert.equal(named.headers.get('x-request-id'), 'mine-7', operation.id);
  }
  const answer = await world.call(operations('getHealth'), { headers: { 'X-Request-ID': 'a b' } });
  assert.notEqual(answer.headers.get('x-request-id'), 'a b');
});

for (const operation of description.operations.filter(({ body }) => body.length > 0)) {
  test(`${operation.id} takes the types of body that are described`, async () => {
    const request = await requests[operation.id][0](world, operations);
    const answer = await world.call(operation, { ...request, json: undefined, text: '<p>', type: 'text/html' });
    assert.deepEqual(answer.headers.get('accept').split(', ').sort(), [...operation.body].sort());
  });
}
