import { lineText, rangeAt } from '../lib/text_places';
import type { Finding } from '../api/types';

/** Beyond so many characters of one line nothing is underlined: nobody scrolls there. */
const longest = 4000;

interface EditorOverlayProps {
  text: string;
  starts: readonly number[];
  from: number;
  to: number;
  lineHeight: number;
  findings: ReadonlyMap<number, readonly Finding[]>;
  /** Of a search, in the text. */
  hit: readonly [from: number, to: number] | undefined;
  hitLine: number;
}

/**
 * Behind the text field, whose ground is clear: a tint where something is wrong with a line, a line under the place, and
 * what was found. The words are there once more, unseen, so that what is drawn stands where they stand.
 */
export function EditorOverlay({ text, starts, from, to, lineHeight, findings, hit, hitLine }: EditorOverlayProps) {
  const lines = [...findings.keys()].filter((line) => line >= from && line <= to);
  const top = (line: number) => ({ top: `${(line - 1) * lineHeight}px`, height: `${lineHeight}px` });
  return (
    <>
      {lines.map((line) => {
        const words = lineText(text, starts, line).slice(0, longest);
        const [first] = findings.get(line) ?? [];
        if (!first) return null;
        const [start, end] = rangeAt(words, first.column);
        return (
          <div key={line} class={`overlay-line is-${first.severity}`} style={top(line)}>
            {words.slice(0, start)}
            <u data-column={first.column}>{words.slice(start, end) || ' '}</u>
          </div>
        );
      })}
      {hit && hitLine >= from && hitLine <= to && (
        <div class="overlay-line" style={top(hitLine)}>
          {text.slice(starts[hitLine - 1], hit[0])}
          <mark>{text.slice(...hit)}</mark>
        </div>
      )}
    </>
  );
}
