import { useState } from 'preact/hooks';
import { milliseconds, percent } from '../lib/health_words';
import { useHistory } from '../model/health_queries';
import { Ago } from './ago';
import { HistoryTable } from './history_table';
import { LatencyChart } from './latency_chart';
import { Outages } from './outages';

const minute = 60_000;
const hour = 60 * minute;

/** What is known of a server's past. `news` changes with its health. */
export function ServerHistory({ name, news }: { name: string; news: string | null }) {
  const { data: history, error, isPending, refetch } = useHistory(name, news);
  const [days, setDays] = useState(1);
  if (error && !history) {
    return (
      <div class="history-problem" role="alert">
        <p>Its history could not be loaded. {error.message}</p>
        <button type="button" class="button small" onClick={() => void refetch()}>
          Try again
        </button>
      </div>
    );
  }
  if (isPending || !history) return <p class="muted">Reading its history…</p>;
  if (history.hours.length === 0) return <p class="muted">It was not checked in the last 30 days.</p>;

  const dayAgo = Date.now() - 24 * hour;
  const hours = days > 1 ? history.hours : history.hours.filter(({ from }) => Date.parse(from) >= dayAgo - hour);
  return (
    <>
      <dl class="big-figures">
        <div>
          <dt>Up, 24 hours</dt>
          <dd>{percent(history.uptime_24h)}</dd>
        </div>
        <div>
          <dt>Up, 30 days</dt>
          <dd>{percent(history.uptime_30d)}</dd>
        </div>
        <div title="Of the answers of the last 24 hours, half were faster (p50)">
          <dt>Half within</dt>
          <dd>{milliseconds(history.p50_ms)}</dd>
        </div>
        <div title="Of the answers of the last 24 hours, 19 of 20 were faster (p95)">
          <dt>19 of 20 within</dt>
          <dd>{milliseconds(history.p95_ms)}</dd>
        </div>
      </dl>
      <div class="section-head">
        <h3>Latency</h3>
        <div class="segments" role="group" aria-label="Time shown">
          {[1, 30].map((one) => (
            <button key={one} type="button" aria-pressed={days === one} onClick={() => setDays(one)}>
              {one === 1 ? '24 hours' : '30 days'}
            </button>
          ))}
        </div>
      </div>
      <LatencyChart
        buckets={days > 1 ? history.hours : history.minutes}
        step={days > 1 ? hour : minute}
        span={days * 24 * hour}
        words={days > 1 ? 'the last 30 days' : 'the last 24 hours'}
      />
      <HistoryTable hours={hours} />
      <h3>Outages</h3>
      <Outages outages={history.outages} />
      {history.since && (
        <p class="muted small-print">
          First checked <Ago at={history.since} />.
        </p>
      )}
    </>
  );
}
