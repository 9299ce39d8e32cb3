import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchWithEarly } from '../src/lib/early';

test('what was asked for early is given out once; what failed, and what writes, is asked for', async () => {
  const asked: string[] = [];
  const plain = async (path: RequestInfo | URL) => {
    asked.push(String(path));
    return new Response('plain');
  };
  const ask = fetchWithEarly(
    {
      './a': Promise.resolve(new Response('early')),
      './b': Promise.reject(new TypeError('Failed to fetch')),
      './c': undefined,
    },
    plain,
  );
  const text = async (path: string, init?: RequestInit) => (await ask(path, init)).text();
  assert.equal(await text('./a', { method: 'POST' }), 'plain');
  assert.equal(await text('./a'), 'early');
  assert.equal(await text('./a'), 'plain');
  assert.equal(await text('./b'), 'plain');
  assert.equal(await text('./c'), 'plain');
  assert.deepEqual(asked, ['./a', './a', './b', './c']);
});
