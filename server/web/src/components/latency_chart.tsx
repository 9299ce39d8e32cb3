import { useId } from 'preact/hooks';
import type { HealthBucket } from '../api/health';
import { milliseconds, moment } from '../lib/health_words';
import { height, latencyChart, width } from '../lib/latency_chart';
import { ChartCursor } from './chart_cursor';

interface LatencyChartProps {
  /** In the order of time, each `step` long; at most `span` back. */
  buckets: readonly HealthBucket[];
  step: number;
  span: number;
  /** "the last 24 hours". */
  words: string;
}

/** How long answers took over time, and when there were none. The scales are text around a drawing that stretches. */
export function LatencyChart({ buckets, step, span, words }: LatencyChartProps) {
  const id = useId();
  const now = new Date();
  const chart = latencyChart(buckets, step, span, now.getTime());
  const tick = (share: number) => moment(new Date(chart.from + (chart.until - chart.from) * share), now);
  const answered = buckets.filter(({ p50_ms }) => p50_ms !== null);
  const slowest = Math.max(0, ...answered.map(({ max_ms }) => max_ms ?? 0));
  const failures = buckets.reduce((sum, { probes, up }) => sum + probes - up, 0);
  return (
    <figure class="chart">
      <span class="chart-top muted">{milliseconds(chart.top)}</span>
      <ChartCursor buckets={buckets} step={step} chart={chart} />
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>How long answers took in {words}</title>
        <desc id={`${id}-d`}>
          {answered.length > 0 ? `The slowest answer took ${milliseconds(slowest)}. ` : 'There was no answer. '}
          {failures > 0 ? `${failures} checks found it down.` : 'No check found it down.'}
        </desc>
        <path class="chart-grid" d={`M0 ${height / 2}H${width}`} />
        {chart.down.map((one) => (
          <g key={one.x}>
            <rect class="chart-down" x={one.x} y="0" width={one.width} height={height} />
            <rect class="chart-down-cap" x={one.x} y="0" width={one.width} height="5" />
          </g>
        ))}
        <path class="chart-spread" d={chart.spread} />
        <path class="chart-typical" d={chart.typical} />
      </svg>
      <p class="chart-ticks muted" aria-hidden="true">
        <span>{tick(0)}</span>
        <span>{tick(0.5)}</span>
        <span>now</span>
      </p>
      <figcaption class="chart-key muted">
        <span class="key-typical">half were faster</span>
        <span class="key-spread">to 19 of 20</span>
        <span class="key-down">down</span>
      </figcaption>
    </figure>
  );
}
