import { useEffect, useState } from 'preact/hooks';
import type { DiffRow } from '../lib/diff_rows';
import { DiffLines } from './diff_lines';
import { useIsWide } from './beside';

/** So many rows are drawn at once. */
const piece = 1000;

interface DiffViewProps {
  rows: readonly DiffRow[];
  left: string;
  right: string;
  /** What is said where nothing differs. */
  nothing: string;
}

/** Two texts beside each other, below each other where there is no room. */
export function DiffView({ rows, left, right, nothing }: DiffViewProps) {
  const isWide = useIsWide();
  const [shown, setShown] = useState(piece);
  useEffect(() => setShown(piece), [rows]);
  if (rows.length === 0) return <p class="nothing">{nothing}</p>;
  return (
    <div class="diff" role="region" aria-label="Differences" tabIndex={0}>
      <table class={isWide ? 'is-split' : 'is-unified'}>
        {isWide ? (
          <colgroup>
            <col class="diff-number" />
            <col />
            <col class="diff-number" />
            <col />
          </colgroup>
        ) : (
          <colgroup>
            <col class="diff-number" />
            <col />
          </colgroup>
        )}
        <thead>
          {isWide ? (
            <tr>
              <th scope="col" colSpan={2}>
                {left}
              </th>
              <th scope="col" colSpan={2}>
                {right}
              </th>
            </tr>
          ) : (
            <tr>
              <th scope="col" colSpan={2}>
                <span class="diff-minus">− {left}</span> <span class="diff-plus">+ {right}</span>
              </th>
            </tr>
          )}
        </thead>
        <tbody>
          <DiffLines rows={rows.slice(0, shown)} split={isWide} />
        </tbody>
      </table>
      {rows.length > shown && (
        <p class="nothing">
          <button type="button" class="button" onClick={() => setShown(shown + piece)}>
            Show more of {rows.length - shown} lines
          </button>
        </p>
      )}
    </div>
  );
}
