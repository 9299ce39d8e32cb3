import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedLines } from '../src/lib/diff';
import { putTogether, takeApart } from '../src/lib/line_endings';

/** The same numbers in every run, so that what fails once fails again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function someText(roll: (below: number) => number, endings: readonly string[]): string {
  const words = ['', 'a', 'b', '  indented', 'é😀', '\ttab', 'a'];
  let text = roll(4) === 0 ? '\ufeff' : '';
  for (let lines = roll(12); lines > 0; lines--) text += words[roll(words.length)]! + endings[roll(endings.length)]!;
  return roll(2) === 0 ? text : `${text}end`;
}

function someEdit(roll: (below: number) => number, text: string): string {
  const lines = text.split('\n');
  for (let edits = 1 + roll(3); edits > 0; edits--) {
    const added = Array.from({ length: roll(3) }, () => ['', 'new', 'a'][roll(3)]!);
    lines.splice(roll(lines.length + 1), roll(3), ...added);
  }
  return lines.join('\n');
}

test('a text that was not edited has the bytes it had', () => {
  const roll = dice(1);
  for (let turn = 0; turn < 500; turn++) {
    const content = someText(roll, ['\n', '\r\n', '\r']);
    const file = takeApart(content);
    assert.ok(!file.text.includes('\r'));
    assert.equal(putTogether(file, file.text), content);
  }
});

test('what was edited reads as it was written, with the mark', () => {
  const roll = dice(2);
  for (let turn = 0; turn < 2000; turn++) {
    const file = takeApart(someText(roll, ['\n', '\r\n', '\r']));
    const edited = someEdit(roll, file.text);
    const after = putTogether(file, edited);
    assert.equal(takeApart(after).text, edited, JSON.stringify([file.content, edited, after]));
    assert.equal(after.startsWith('\ufeff'), file.content.startsWith('\ufeff'));
  }
});

test('a file with one ending keeps to it', () => {
  const roll = dice(3);
  for (const ending of ['\n', '\r\n', '\r']) {
    for (let turn = 0; turn < 200; turn++) {
      const content = someText(roll, [ending]);
      if (!content.includes(ending)) continue;
      const file = takeApart(content);
      const after = putTogether(file, someEdit(roll, file.text));
      assert.deepEqual([...new Set(after.match(/\r\n|\r|\n/g) ?? [ending])], [ending]);
    }
  }
});

test('lines that nobody touched keep their own', () => {
  const file = takeApart('\ufeffone\r\ntwo\nthree\rfour\r\nfive');
  assert.equal(file.text, 'one\ntwo\nthree\nfour\nfive');
  // A changed line has the ending of the one in its place, a new one what most have.
  assert.equal(putTogether(file, 'one\nTWO\nnew\nthree\nfour\nfive'), '\ufeffone\r\nTWO\nnew\r\nthree\rfour\r\nfive');
  assert.equal(putTogether(file, 'two\nthree\nfour\nfive\n'), '\ufefftwo\nthree\rfour\r\nfive\r\n');
  assert.equal(putTogether(file, ''), '\ufeff');
});

test('two endings never become one', () => {
  const file = takeApart('a\rb\nc\r\nd');
  const after = putTogether(file, 'a\n\nc\nd');
  assert.equal(after, 'a\r\rc\r\nd');
  assert.equal(takeApart(after).text, 'a\n\nc\nd');
});

test('changed lines make one text of the other, in few steps', () => {
  const roll = dice(4);
  for (let turn = 0; turn < 2000; turn++) {
    const before = Array.from({ length: roll(14) }, () => 'abcd'[roll(4)]!);
    const after = Array.from({ length: roll(14) }, () => 'abcd'[roll(4)]!);
    const made: string[] = [];
    let line = 0;
    let steps = 0;
    for (const change of changedLines(before, after)) {
      assert.ok(change.before >= line && change.removed + change.added > 0);
      made.push(...before.slice(line, change.before));
      assert.equal(made.length, change.after);
      made.push(...after.slice(change.after, change.after + change.added));
      line = change.before + change.removed;
      steps += change.removed + change.added;
    }
    made.push(...before.slice(line));
    assert.deepEqual(made, after);
    assert.equal(steps, before.length + after.length - 2 * longestCommon(before, after));
  }
});

test('two texts without a line in common are one change, found in no time', () => {
  const before = Array.from({ length: 20_000 }, (_, at) => `a${at}`);
  const after = Array.from({ length: 20_000 }, (_, at) => `b${at}`);
  const start = performance.now();
  assert.deepEqual(changedLines(before, after), [{ before: 0, removed: 20_000, after: 0, added: 20_000 }]);
  assert.ok(performance.now() - start < 1000);
});

function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const next = [0];
    right.forEach((other, at) => next.push(one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)));
    row = next;
  }
  return row.at(-1)!;
}
