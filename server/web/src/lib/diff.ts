// What differs between two lists of lines: Myers' algorithm, with an end to the trouble it takes.

/** So many lines from `before` on were replaced by so many from `after` on; counted from 0. */
export interface LineChange {
  before: number;
  removed: number;
  after: number;
  added: number;
}

/** Beyond so many changes the rest counts as one: nobody reads such a difference, and its price grows by the square. */
const mostSteps = 1200;

/** The changes that make `after` of `before`, in the order of the text. */
export function changedLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;

  const removed = before.length - head - tail;
  const added = after.length - head - tail;
  if (removed === 0 && added === 0) return [];
  if (removed === 0 || added === 0) return [{ before: head, removed, after: head, added }];
  const [left, right] = numbered(before.slice(head, head + removed), after.slice(head, head + added));
  const steps = edits(left, right);
  return steps ? joined(steps, head) : [{ before: head, removed, after: head, added }];
}

/** The same line has the same number: numbers are compared faster than words. */
function numbered(before: readonly string[], after: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const number = (line: string) => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(before, number), Int32Array.from(after, number)];
}

/** A line of the left that goes, or one of the right that comes, and where. */
interface Step {
  removes: boolean;
  left: number;
  right: number;
}

/** The fewest steps, the last one first; undefined where they are too many. */
function edits(left: Int32Array, right: Int32Array): Step[] | undefined {
  const most = Math.min(left.length + right.length, mostSteps);
  // How far along the left each diagonal came with so many steps; one more on each side spares questions.
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let steps = 0; steps <= most; steps++) {
    trace.push(reach.slice(offset - steps - 1, offset + steps + 2));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = goesDown(reach, offset, diagonal, steps)
        ? reach[offset + diagonal + 1]!
        : reach[offset + diagonal - 1]! + 1;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x++;
      reach[offset + diagonal] = x;
      if (x >= left.length && x - diagonal >= right.length) return wayBack(trace, left.length, right.length);
    }
  }
  return undefined;
}

function goesDown(reach: Int32Array, offset: number, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  if (diagonal === steps) return false;
  return reach[offset + diagonal - 1]! < reach[offset + diagonal + 1]!;
}

function wayBack(trace: readonly Int32Array[], left: number, right: number): Step[] {
  const found: Step[] = [];
  let x = left;
  let y = right;
  for (let steps = trace.length - 1; steps > 0; steps--) {
    const reach = trace[steps]!;
    const offset = steps + 1;
    const diagonal = x - y;
    const down = goesDown(reach, offset, diagonal, steps);
    const previous = down ? diagonal + 1 : diagonal - 1;
    x = reach[offset + previous]!;
    y = x - previous;
    found.push({ removes: !down, left: x, right: y });
  }
  return found;
}

/** Steps that touch each other are one change. */
function joined(steps: readonly Step[], head: number): LineChange[] {
  const changes: LineChange[] = [];
  for (const { removes, left, right } of [...steps].reverse()) {
    const last = changes.at(-1);
    const touches = last && last.before + last.removed === head + left && last.after + last.added === head + right;
    const change = touches ? last : { before: head + left, removed: 0, after: head + right, added: 0 };
    if (!touches) changes.push(change);
    if (removes) change.removed++;
    else change.added++;
  }
  return changes;
}
