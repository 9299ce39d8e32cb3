import { useState } from 'preact/hooks';
import type { HealthBucket } from '../api/health';
import { milliseconds, moment } from '../lib/health_words';
import { bucketAt, shareOf, type LatencyChart } from '../lib/latency_chart';
import { plural } from '../lib/words';

interface ChartCursorProps {
  buckets: readonly HealthBucket[];
  step: number;
  chart: LatencyChart;
}

/** "10:42: half within 12 ms, 19 of 20 within 30 ms"; what was down comes with it. */
function wordsOf({ from, probes, up, p50_ms, p95_ms }: HealthBucket): string {
  const time = moment(new Date(from), new Date());
  const down = probes > up ? `down in ${probes - up} of ${plural(probes, 'check')}` : '';
  const took = p50_ms === null ? '' : `half within ${milliseconds(p50_ms)}, 19 of 20 within ${milliseconds(p95_ms)}`;
  return `${time}: ${[took, down].filter(Boolean).join('; ') || 'no answer'}`;
}

/** What the chart says under the pointer, or where the keyboard is. Laid over the drawing. */
export function ChartCursor({ buckets, step, chart }: ChartCursorProps) {
  // By time: as the chart goes on, a piece has another number.
  const [from, setFrom] = useState<string | undefined>(undefined);
  const index = buckets.findIndex((one) => one.from === from);
  const bucket = buckets[index];
  const last = buckets.length - 1;
  const first = bucketAt(buckets, step, chart, 0);
  if (first < 0) return null;

  const onPointer = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setFrom(buckets[bucketAt(buckets, step, chart, (event.clientX - left) / width)]?.from);
  };
  const onKey = (event: KeyboardEvent) => {
    const at = index < 0 ? last : index;
    const goal = { ArrowLeft: at - 1, ArrowRight: at + 1, PageUp: at - 10, PageDown: at + 10, Home: first, End: last }[
      event.key
    ];
    if (goal === undefined) return;
    event.preventDefault();
    setFrom(buckets[Math.min(Math.max(goal, first), last)]?.from);
  };
  return (
    <>
      <div
        class="chart-cursor"
        role="slider"
        tabIndex={0}
        aria-label="A time in the chart"
        aria-orientation="horizontal"
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={index < 0 ? last : index}
        aria-valuetext={wordsOf(bucket ?? (buckets[last] as HealthBucket))}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setFrom(undefined)}
        onFocus={() => setFrom((known) => known ?? buckets[last]?.from)}
        onBlur={() => setFrom(undefined)}
        onKeyDown={onKey}
      >
        {bucket && <span class="chart-line" style={{ left: `${shareOf(bucket, step, chart) * 100}%` }} />}
      </div>
      <p class="chart-reading">{bucket && wordsOf(bucket)}</p>
    </>
  );
}
