// A chart of latencies as SVG paths, in a drawing of 1000 by 100 that is stretched to where it is shown.

import type { HealthBucket } from '../api/health';
import { roundUp } from './health_bar';

export const width = 1000;
export const height = 100;

export interface LatencyChart {
  /** The ends of the time that is shown. */
  from: number;
  until: number;
  /** What the full height stands for, in milliseconds. */
  top: number;
  /** Half of the answers were faster. */
  typical: string;
  /** From there to what all but one in twenty kept. */
  spread: string;
  /** Where nothing answered. */
  down: { x: number; width: number }[];
}

const hour = 3_600_000;
const round = (value: number) => Math.round(value * 10) / 10;

/** `span` back from now, but not longer before the first piece than a newcomer needs: an hour at least. */
export function latencyChart(buckets: readonly HealthBucket[], step: number, span: number, now: number): LatencyChart {
  const times = buckets.map(({ from }) => Date.parse(from));
  const from = Math.max(now - span, Math.min(times[0] ?? now, now - Math.max(hour, 2 * step)));
  const top = roundUp(Math.max(10, ...buckets.map(({ p95_ms }) => p95_ms ?? 0)));
  const x = (at: number) => round(Math.min(Math.max((at - from) / (now - from), 0), 1) * width);
  const y = (ms: number) => round(height - Math.min(ms / top, 1) * height);

  const chart: LatencyChart = { from, until: now, top, typical: '', spread: '', down: [] };
  let run: { x: number; p50: number; p95: number }[] = [];
  const finish = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last) {
      // A piece that stands alone is a short line, not a point that nobody sees.
      if (run.length === 1) run.push({ ...first, x: round(first.x + 3) });
      const line = run.map((one) => `${one.x} ${y(one.p50)}`).join('L');
      const back = [...run].reverse().map((one) => `${one.x} ${y(one.p95)}`);
      chart.typical += `M${line}`;
      chart.spread += `M${line}L${back.join('L')}z`;
    }
    run = [];
  };

  let before = Number.NaN;
  buckets.forEach(({ probes, up, p50_ms, p95_ms }, index) => {
    const at = times[index] as number;
    if (at + step < from) return;
    // One that is left out now and then is a long interval; more are a gap.
    if (at - before > 3 * step) finish();
    before = at;
    if (p50_ms === null || up === 0) finish();
    else run.push({ x: x(at + step / 2), p50: p50_ms, p95: p95_ms ?? p50_ms });
    if (up < probes) addDown(chart.down, x(at), Math.max(round(x(at + step) - x(at)), 2));
  });
  finish();
  return chart;
}

function addDown(all: { x: number; width: number }[], x: number, wide: number): void {
  const last = all.at(-1);
  if (last && x - (last.x + last.width) < 0.2) last.width = round(x + wide - last.x);
  else all.push({ x, width: wide });
}

/** The piece that is nearest to a share (0 to 1) of the time shown; -1 where there is none. */
export function bucketAt(buckets: readonly HealthBucket[], step: number, { from, until }: LatencyChart, share: number): number {
  const at = from + (until - from) * share;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  buckets.forEach((bucket, index) => {
    const away = Math.abs(Date.parse(bucket.from) + step / 2 - at);
    if (Date.parse(bucket.from) + step < from || away >= least) return;
    nearest = index;
    least = away;
  });
  return nearest;
}

/** Where a piece stands in the time shown, from 0 to 1. */
export function shareOf(bucket: HealthBucket, step: number, { from, until }: LatencyChart): number {
  return Math.min(Math.max((Date.parse(bucket.from) + step / 2 - from) / (until - from), 0), 1);
}
