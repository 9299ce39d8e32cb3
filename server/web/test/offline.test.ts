import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheName, isAbsent, outdated, partOf } from '../src/offline/shell';

const scope = 'https://box.example/nova/';
const shell = { version: 'v2', named: [], files: ['assets/app-1.js', 'favicon.svg'] };
const asked = (path: string, init: { mode?: RequestMode; method?: string } = {}) =>
  partOf({ url: new URL(path, scope).href, mode: init.mode ?? 'no-cors', method: init.method ?? 'GET' }, scope, shell);

test('the page and its own files may be answered from what is kept', () => {
  assert.equal(asked('./', { mode: 'navigate' }), 'page');
  assert.equal(asked('./?from=home#/health', { mode: 'navigate' }), 'page');
  assert.equal(asked('./assets/app-1.js', { mode: 'cors' }), 'file');
  assert.equal(asked('./favicon.svg'), 'file');
});

test('nothing else is: not what the server knows, no write, no other page or place', () => {
  for (const path of ['./api/state', './api/session', './ws/', './health', './metrics', './assets/app-0.js', './sw.js'])
    assert.equal(asked(path), undefined, path);
  assert.equal(asked('./', { mode: 'cors' }), undefined, 'the page as data');
  assert.equal(asked('./', { mode: 'navigate', method: 'POST' }), undefined);
  assert.equal(asked('./licenses.txt', { mode: 'navigate' }), undefined);
  assert.equal(asked('../', { mode: 'navigate' }), undefined, 'beside the path prefix');
  assert.equal(asked('../assets/app-1.js'), undefined);
  assert.equal(asked('https://elsewhere.example/nova/favicon.svg'), undefined);
});

test('older versions of this page are cleared away, and nobody else’s', () => {
  const other = 'https://box.example/';
  const mine = cacheName(scope, shell);
  const old = cacheName(scope, { ...shell, version: 'v1' });
  assert.deepEqual(outdated([mine, old, cacheName(other, shell), 'something'], scope, shell), [old]);
});

test('a gateway says that Nova is away; what Nova itself says is left as it is', () => {
  assert.deepEqual([200, 304, 401, 404, 500, 502, 503, 504].filter(isAbsent), [502, 503, 504]);
});
