import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differingParts, rowsOfTexts, rowsOfUnified, type DiffRow } from '../src/lib/diff_rows';
import { countText, countWords } from '../src/lib/text_counts';
import {
  columnOffset,
  indentationAt,
  lineAt,
  lineStarts,
  lineText,
  positionOf,
  rangeAt,
  utf8Length,
} from '../src/lib/text_places';
import { nextPlace, placesOf, previousPlace } from '../src/lib/text_search';

test('places in a text', () => {
  const text = 'one\n\n  é😀x\nlast';
  const starts = lineStarts(text);
  assert.deepEqual(starts, [0, 4, 5, 12]);
  assert.deepEqual(
    [0, 3, 4, 5, 11, 12, 99].map((at) => lineAt(starts, at)),
    [1, 1, 2, 3, 3, 4, 4],
  );
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((line) => lineText(text, starts, line)),
    ['one', '', '  é😀x', 'last', ''],
  );
  assert.equal(columnOffset('é😀x', 3), 3, 'a character is one column, whatever it takes');
  assert.equal(text.slice(positionOf(text, starts, 3, 5)), 'x\nlast');
  assert.equal(positionOf(text, starts, 9, 9), text.length);
  assert.deepEqual(lineStarts(''), [0]);
});

test('what a finding is about', () => {
  const at = (line: string, column: number) => line.slice(...rangeAt(line, column));
  assert.equal(at('  probe: maybe # why', 10), 'maybe');
  assert.equal(at('  url: "a b"', 8), '"a b"');
  assert.equal(at('  x: [a, b]', 7), 'a');
  assert.equal(at('  x: [a, b]', 6), '[');
  assert.equal(at('  whole line  ', 0), 'whole line');
  assert.equal(at('short', 40), '');
});

test('bytes, indentation, counts', () => {
  for (const text of ['', 'abc', 'é', '€', '😀', 'a\né€😀']) {
    assert.equal(utf8Length(text), new TextEncoder().encode(text).length, text);
  }
  assert.equal(indentationAt('a:\n   b: c', 8), '   ');
  assert.equal(indentationAt('a:\n   b: c', 5), '  ', 'not behind the caret');
  assert.equal(countWords(countText('Be kind.\nBe short.')), '4 words · about 5 tokens · 2 lines · 18 bytes');
  assert.equal(countText('one\n').lines, 1);
  assert.equal(countText('').lines, 0);
});

test('searching', () => {
  assert.deepEqual(placesOf('a.b A.B axb', 'a.b', false), [0, 4]);
  assert.deepEqual(placesOf('a.b A.B axb', 'a.b', true), [0]);
  assert.deepEqual(placesOf('aaaa', 'aa', true), [0, 2]);
  assert.deepEqual(placesOf('text', '', true), []);
  assert.deepEqual(placesOf('line\nbreak (x', 'k (x', true), [9]);
  assert.equal(nextPlace([3, 9], 4), 1);
  assert.equal(nextPlace([3, 9], 10), 0, 'it goes on at the start');
  assert.equal(previousPlace([3, 9], 9), 0);
  assert.equal(previousPlace([3, 9], 3), 1);
  assert.equal(nextPlace([], 0), -1);
});

const short = (rows: DiffRow[]) =>
  rows.map((row) => {
    switch (row.kind) {
      case 'fold':
        return `… ${row.lines}`;
      case 'same':
        return ` ${row.left},${row.right} ${row.text}`;
      case 'changed':
        return `~${row.left},${row.right} ${row.was} > ${row.text}`;
      case 'added':
        return `+${row.right} ${row.text}`;
      case 'removed':
        return `-${row.left} ${row.text}`;
    }
  });

test('a unified diff as rows', () => {
  const unified = '@@ -4,3 +4,4 @@\n same\n-old\n-gone\n+new\n last\n+more\n\\ No newline at end of file\n';
  assert.deepEqual(short(rowsOfUnified(unified, 9)), [
    '… 3',
    ' 4,4 same',
    '~5,5 old > new',
    '-6 gone',
    ' 7,6 last',
    '+7 more ⊘',
    '… 2',
  ]);
  assert.deepEqual(rowsOfUnified(''), []);
  assert.deepEqual(short(rowsOfUnified('@@ -0,0 +1 @@\n+first\n')), ['+1 first']);
  assert.deepEqual(short(rowsOfUnified('@@ -1 +1 @@\n-a\r\n+a\n')), ['~1,1 a␍ > a'], 'another ending is seen');
  assert.deepEqual(short(rowsOfUnified('@@ -1 +1 @@\n-a\r\n+b\r\n')), ['~1,1 a > b']);
});

test('two texts as rows', () => {
  const left = Array.from({ length: 20 }, (_, at) => `${at + 1}`);
  const right = left.map((line) => (line === '10' ? 'ten' : line));
  assert.deepEqual(short(rowsOfTexts(`${left.join('\n')}\n`, `${right.join('\n')}\n`)), [
    '… 6',
    ' 7,7 7',
    ' 8,8 8',
    ' 9,9 9',
    '~10,10 10 > ten',
    ' 11,11 11',
    ' 12,12 12',
    ' 13,13 13',
    '… 7',
  ]);
  assert.deepEqual(short(rowsOfTexts('a\n', 'a')), ['~1,1 a > a ⊘']);
  assert.deepEqual(rowsOfTexts('a\nb', 'a\nb'), []);
  assert.deepEqual(short(rowsOfTexts('', 'a\n')), ['+1 a']);
  const two = rowsOfTexts('1\n2\n3\n4\n5\n6\n7\n8\n9\n', 'x\n2\n3\n4\n5\n6\n7\n8\ny\n');
  assert.deepEqual(
    two.map(({ kind }) => kind),
    ['changed', 'same', 'same', 'same', 'fold', 'same', 'same', 'same', 'changed'],
  );
});

test('characters differ as a whole', () => {
  const parts = (left: string, right: string) => {
    const [was, now] = differingParts(left, right);
    return [left.slice(...was), right.slice(...now)];
  };
  assert.deepEqual(parts('enabled: true', 'enabled: false'), ['tru', 'fals']);
  assert.deepEqual(parts('x😀y', 'x😁y'), ['😀', '😁']);
  assert.deepEqual(parts('same', 'same more'), ['', ' more']);
});
