// A difference as rows: what was removed stands beside what was added in its place, what is the same is folded away.

import { changedLines } from './diff';

/** The part of a line that is different, in units of the string. */
export type Part = readonly [from: number, to: number];

export type DiffRow =
  | { kind: 'same'; left: number; right: number; text: string }
  | { kind: 'changed'; left: number; right: number; was: string; text: string; wasPart: Part; part: Part }
  | { kind: 'added'; right: number; text: string }
  | { kind: 'removed'; left: number; text: string }
  | { kind: 'fold'; lines: number };

/** So many lines that are the same stand around each change. */
const context = 3;

const bare = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);

class Rows {
  readonly rows: DiffRow[] = [];
  left = 1;
  right = 1;

  fold(lines: number): void {
    if (lines <= 0) return;
    this.rows.push({ kind: 'fold', lines });
    this.left += lines;
    this.right += lines;
  }

  same(text: string): void {
    this.rows.push({ kind: 'same', left: this.left++, right: this.right++, text: bare(text) });
  }

  change(removed: readonly string[], added: readonly string[]): void {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      const was = removed[at];
      const text = added[at];
      if (was === undefined) this.rows.push({ kind: 'added', right: this.right++, text: bare(text ?? '') });
      else if (text === undefined) this.rows.push({ kind: 'removed', left: this.left++, text: bare(was) });
      else this.rows.push(this.#changed(was, text));
    }
  }

  #changed(was: string, text: string): DiffRow {
    const both = was.endsWith('\r') && text.endsWith('\r');
    // One that alone ends with a carriage return differs in nothing else that can be seen.
    const [left, right] = [was, text].map((line) => (both ? bare(line) : line).replaceAll('\r', '␍')) as [
      string,
      string,
    ];
    const [wasPart, part] = differingParts(left, right);
    return { kind: 'changed', left: this.left++, right: this.right++, was: left, text: right, wasPart, part };
  }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;

/** What of two lines is not the same at both ends. A character differs as a whole. */
export function differingParts(left: string, right: string): [Part, Part] {
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head++;
  if (head > 0 && isHigh(left.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  if (tail > 0 && isHigh(left.charCodeAt(left.length - tail - 1))) tail--;
  return [
    [head, left.length - tail],
    [head, right.length - tail],
  ];
}

/** The rows of a unified diff. With `lines`, how many the left text has, what is the same behind the last is told, too. */
export function rowsOfUnified(unified: string, lines = 0): DiffRow[] {
  const rows = new Rows();
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    rows.change(removed, added);
    removed = [];
    added = [];
  };
  for (const line of unified.split('\n')) {
    const text = line.slice(1);
    if (line.startsWith('@@ ')) {
      flush();
      // "@@ -12,3 +14 @@": an empty range names the line before it.
      const range = /^@@ -(\d+)(,0)?/.exec(line);
      rows.fold(Number(range?.[1] ?? 1) + (range?.[2] ? 1 : 0) - rows.left);
    } else if (line.startsWith('-')) {
      removed.push(text);
    } else if (line.startsWith('+')) {
      added.push(text);
    } else if (line.startsWith('\\')) {
      const newest = added.length > 0 ? added : removed;
      // Something to see: the text alone may be the same.
      if (newest.length > 0) newest.push(`${newest.pop()} ⊘`);
    } else if (line.startsWith(' ')) {
      flush();
      rows.same(text);
    }
  }
  flush();
  if (unified !== '' && lines > 0) rows.fold(lines - rows.left + 1);
  return rows.rows;
}

/** What ends the last line is seen where the other text has it otherwise. */
function linesOf(text: string, other: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else if (other.endsWith('\n')) lines.push(`${lines.pop()} ⊘`);
  return lines;
}

/** The rows of what differs between two texts. */
export function rowsOfTexts(left: string, right: string): DiffRow[] {
  const rows = new Rows();
  const [before, after] = [linesOf(left, right), linesOf(right, left)];
  const changes = changedLines(before, after);
  const same = (to: number) => {
    while (rows.left <= to) rows.same(before[rows.left - 1] ?? '');
  };
  changes.forEach((change, at) => {
    const follows = at > 0;
    const gap = change.before - rows.left + 1;
    if (gap > (follows ? 2 : 1) * context) {
      if (follows) same(rows.left - 1 + context);
      rows.fold(change.before - rows.left + 1 - context);
    }
    same(change.before);
    rows.change(
      before.slice(change.before, change.before + change.removed),
      after.slice(change.after, change.after + change.added),
    );
  });
  if (changes.length === 0) return [];
  same(Math.min(rows.left - 1 + context, before.length));
  rows.fold(before.length - rows.left + 1);
  return rows.rows;
}
