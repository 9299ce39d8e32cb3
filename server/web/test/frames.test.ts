import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perFrame } from '../src/lib/frames';

test('what comes after a rest is done at once, and then once a frame, in order', async () => {
  let frame: (() => void) | undefined;
  const page = globalThis as unknown as Record<string, unknown>;
  page.requestAnimationFrame = (callback: () => void) => {
    frame = callback;
    return 1;
  };
  page.cancelAnimationFrame = () => (frame = undefined);
  const turn = () => new Promise((done) => setTimeout(done));
  const nextFrame = () => frame?.();

  const done: string[] = [];
  const schedule = perFrame();
  const say = (word: string) => schedule(() => void done.push(word));

  say('a');
  say('b');
  assert.deepEqual(done, [], 'never within the call');
  await turn();
  assert.deepEqual(done, ['a', 'b']);
  say('c');
  await turn();
  say('d');
  assert.deepEqual(done, ['a', 'b'], 'not before the next frame');
  nextFrame();
  assert.deepEqual(done, ['a', 'b', 'c', 'd']);
  nextFrame(); // Nothing came: a rest.
  say('e');
  await turn();
  assert.equal(done.at(-1), 'e');

  say('f');
  await new Promise((late) => setTimeout(late, 120));
  assert.equal(done.at(-1), 'f', 'a page that gets no frames goes on all the same');
});
