// A text field knows one line ending and shows no byte order mark; files know more. Whoever changes one line of a file
// must not change the others, so what the field cannot hold is kept beside it.

import { changedLines } from './diff';

/** The text of a file, taken apart for a text field. */
export interface FileText {
  /** As it is in the file, the byte order mark among it. */
  readonly content: string;
  /** As a text field has it: every line ends with \n. */
  readonly text: string;
  /** What ends each line in the file; one string where that is the same for all. */
  readonly endings: string | readonly string[];
}

const mark = '\ufeff';
const ending = /\r\n|\r|\n/g;

export const emptyFile: FileText = { content: '', text: '', endings: '\n' };

export function takeApart(content: string): FileText {
  const plain = content.startsWith(mark) ? content.slice(1) : content;
  if (!plain.includes('\r')) return { content, text: plain, endings: '\n' };
  const endings = plain.match(ending) ?? [];
  const [first = '\n'] = endings;
  const text = plain.replace(ending, '\n');
  return { content, text, endings: endings.every((one) => one === first) ? first : endings };
}

/**
 * The edited text as it goes to the file. A line that stayed keeps its own ending, a changed one that of the line in
 * whose place it stands, and a new one has the ending that most lines have.
 */
export function putTogether(file: FileText, edited: string): string {
  if (edited === file.text) return file.content;
  const start = file.content.startsWith(mark) ? mark : '';
  if (typeof file.endings === 'string') {
    return start + (file.endings === '\n' ? edited : edited.replaceAll('\n', file.endings));
  }
  const lines = edited.split('\n');
  const endings = endingsOf(lines, file.text.split('\n'), file.endings);
  let result = start;
  let last = '';
  lines.forEach((line, at) => {
    let next = at < lines.length - 1 ? (endings[at] ?? '\n') : '';
    // Both together would be the ending of one line.
    if (last === '\r' && line === '' && next === '\n') next = '\r';
    result += line + next;
    last = next;
  });
  return result;
}

function endingsOf(lines: readonly string[], before: readonly string[], known: readonly string[]): string[] {
  const main = mostUsed(known);
  const endings: string[] = [];
  let line = 0;
  const keep = () => endings.push(known[line++] ?? main);
  for (const change of changedLines(before, lines)) {
    while (line < change.before) keep();
    for (let at = 0; at < change.added; at++) {
      endings.push((at < change.removed ? known[change.before + at] : undefined) ?? main);
    }
    line = change.before + change.removed;
  }
  while (endings.length < lines.length) keep();
  return endings;
}

/** Of as many, the one that comes first. */
function mostUsed(endings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of endings) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['\n', 0])[0];
}
