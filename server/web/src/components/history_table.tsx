import { useState } from 'preact/hooks';
import type { HealthBucket } from '../api/health';
import { milliseconds, moment, percent } from '../lib/health_words';

/** The chart as text, by the hour, the newest first. Made only when somebody wants to read it. */
export function HistoryTable({ hours }: { hours: readonly HealthBucket[] }) {
  const [open, setOpen] = useState(false);
  const now = new Date();
  return (
    <details class="as-text" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <div class="table-frame" tabIndex={0} role="region" aria-label="Latency by the hour">
          <table>
            <thead>
              <tr>
                <th scope="col">Hour</th>
                <th scope="col">Answered</th>
                <th scope="col">Half</th>
                <th scope="col">19 of 20</th>
                <th scope="col">Slowest</th>
              </tr>
            </thead>
            <tbody>
              {[...hours].reverse().map((one) => (
                <tr key={one.from}>
                  <th scope="row">{moment(new Date(one.from), now)}</th>
                  <td>{percent((100 * one.up) / one.probes)}</td>
                  <td>{milliseconds(one.p50_ms)}</td>
                  <td>{milliseconds(one.p95_ms)}</td>
                  <td>{milliseconds(one.max_ms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
