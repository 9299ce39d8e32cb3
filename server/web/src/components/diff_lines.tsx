import { Fragment } from 'preact';
import { memo } from 'preact/compat';
import type { DiffRow, Part } from '../lib/diff_rows';
import { plural } from '../lib/words';

interface SideProps {
  number?: number;
  text?: string | undefined;
  part?: Part;
  sign?: '−' | '+';
}

/** A number and a line. The sign says what became of it; a screen reader gets a word for that. */
function Side({ number, text, part, sign }: SideProps) {
  const kind = sign === '−' ? 'is-removed' : sign === '+' ? 'is-added' : number === undefined ? 'is-absent' : '';
  return (
    <>
      <td class={`diff-number ${kind}`}>{number}</td>
      <td class={`diff-text ${kind}`}>
        {sign && (
          <>
            <span class="diff-sign" aria-hidden="true">
              {sign}
            </span>
            <span class="unseen">{sign === '−' ? 'Removed: ' : 'Added: '}</span>
          </>
        )}
        {text !== undefined && part && part[1] > part[0] ? (
          <>
            {text.slice(0, part[0])}
            <b>{text.slice(...part)}</b>
            {text.slice(part[1])}
          </>
        ) : (
          text
        )}
      </td>
    </>
  );
}

function sides(row: Exclude<DiffRow, { kind: 'fold' }>): [left: SideProps, right: SideProps] {
  switch (row.kind) {
    case 'same':
      return [
        { number: row.left, text: row.text },
        { number: row.right, text: row.text },
      ];
    case 'changed':
      return [
        { number: row.left, text: row.was, part: row.wasPart, sign: '−' },
        { number: row.right, text: row.text, part: row.part, sign: '+' },
      ];
    case 'added':
      return [{}, { number: row.right, text: row.text, sign: '+' }];
    case 'removed':
      return [{ number: row.left, text: row.text, sign: '−' }, {}];
  }
}

/** The rows of a difference, split into two sides or one line after the other. */
export const DiffLines = memo(({ rows, split }: { rows: readonly DiffRow[]; split: boolean }) => (
  <>
    {rows.map((row, at) => {
      if (row.kind === 'fold') {
        return (
          <tr key={at} class="diff-fold">
            <td colSpan={split ? 4 : 2}>… {plural(row.lines, 'line')} the same</td>
          </tr>
        );
      }
      const [left, right] = sides(row);
      if (split) {
        return (
          <tr key={at}>
            <Side {...left} />
            <Side {...right} />
          </tr>
        );
      }
      return (
        <Fragment key={at}>
          {row.kind !== 'added' && row.kind !== 'same' && (
            <tr>
              <Side {...left} />
            </tr>
          )}
          {row.kind !== 'removed' && (
            <tr>
              <Side {...right} />
            </tr>
          )}
        </Fragment>
      );
    })}
  </>
));
