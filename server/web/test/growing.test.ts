import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grown } from '../src/lib/growing';

test('a long list grows by steps to its end, a short one is there at once', () => {
  const seen = [];
  for (let drawn = 40; drawn < 100; ) seen.push((drawn = grown(drawn, 100)));
  assert.deepEqual(seen, [80, 100]);
  assert.equal(grown(40, 5), 40, 'room for a few more');
});
