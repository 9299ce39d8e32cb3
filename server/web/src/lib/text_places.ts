// Places in a text. Lines and columns count from 1, columns in whole characters, as the server counts them; positions
// count from 0 in the units of a string, as text fields do.

/** Where each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export function lineAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Without what ends it; empty where there is no such line. */
export function lineText(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1];
  if (start === undefined) return '';
  const next = starts[line];
  return next === undefined ? text.slice(start) : text.slice(start, next - 1);
}

/** How far into a line a column is: a character may be two units. */
export function columnOffset(line: string, column: number): number {
  let at = 0;
  for (let left = column - 1; left > 0 && at < line.length; left--) at += line.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** A place that the text does not have any more is the nearest that it has. */
export function positionOf(text: string, starts: readonly number[], line: number, column: number): number {
  const nearest = Math.min(Math.max(line, 1), starts.length);
  return starts[nearest - 1]! + columnOffset(lineText(text, starts, nearest), column);
}

/**
 * What of a line a finding is about: the word at its column, or the whole line where it has none. Never nothing, so that
 * there is something to underline.
 */
export function rangeAt(line: string, column: number): [from: number, to: number] {
  const first = line.search(/\S/);
  if (column <= 0) return [Math.max(first, 0), line.trimEnd().length];
  const from = Math.min(columnOffset(line, column), line.length);
  const word = /^(?:"[^"]*"|'[^']*'|[^\s,[\]{}]+|.)/u.exec(line.slice(from))?.[0] ?? '';
  return [from, from + word.length];
}

export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Each half of a pair counts two.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The blanks that a line begins with, up to where the caret stands in it. */
export function indentationAt(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, position))?.[0] ?? '';
}
