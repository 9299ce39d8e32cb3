import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, routeOf } from '../src/lib/route';
import { ago, fileName, from, plural, size } from '../src/lib/words';

test('numbers, sizes and names', () => {
  assert.deepEqual([plural(1, 'line'), plural(0, 'line'), plural(1200, 'line')], ['1 line', '0 lines', '1,200 lines']);
  assert.deepEqual(
    [size(1), size(1023), size(1434), size(65_536), size(3 << 20)],
    ['1 byte', '1,023 bytes', '1.4 KiB', '64 KiB', '3.0 MiB'],
  );
  assert.deepEqual([fileName('/a/b.yaml'), fileName('b.yaml')], ['b.yaml', 'b.yaml']);
});

test('times', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const at = (seconds: number) => ago(new Date(now.getTime() - seconds * 1000), now);
  assert.deepEqual(
    [at(-5), at(59), at(60), at(3599), at(7200), at(90_000)],
    ['just now', 'just now', '1 minute ago', '59 minutes ago', '2 hours ago', '1 day ago'],
  );
  assert.match(at(400 * 86_400), /2025/);
});

test('who did it', () => {
  assert.equal(from('file', 'nova-settings@box'), 'in the file');
  assert.equal(from('remote', 'nova-settings@nova-2'), 'on nova-2');
});

test('the page of an address; unknown ones are the first', () => {
  assert.deepEqual(
    ['#/prompt', '#/servers', '', '#/nonsense', '#/prompt/versions', '#/health'].map((hash) => routeOf(hash).page),
    ['prompt', 'servers', 'servers', 'servers', 'prompt', 'health'],
  );
  assert.deepEqual(routeOf('#/health').path, []);
  for (const name of ['gmail', 'a/b?c', 'ä %'])
    assert.deepEqual(routeOf(addressOf('health', [name])), { page: 'health', path: [name], query: {} });
  assert.deepEqual(routeOf('#/health/%E4').path, ['%E4'], 'what cannot be decoded stays as it is');
});
