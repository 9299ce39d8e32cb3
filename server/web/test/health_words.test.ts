import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HealthBar, HealthBucket } from '../src/api/health';
import { barPaths, height, roundUp, scaleFor } from '../src/lib/health_bar';
import { barWords, milliseconds, moment, percent, statusSince, tallyWords } from '../src/lib/health_words';
import { latencyChart } from '../src/lib/latency_chart';
import { duration } from '../src/lib/words';

const now = new Date(2026, 10, 23, 12, 0);
const at = (hours: number, minutes: number, day = 23) => new Date(2026, 10, day, hours, minutes);
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

test('how it is, and since when', () => {
  const since = at(10, 42).toISOString();
  const yesterday = at(9, 5, 22).toISOString();
  assert.equal(statusSince('unreachable', { since }, now), 'cannot be reached since 10:42');
  assert.equal(
    statusSince('unreachable', { since: yesterday, reason: 'slow' }, now),
    'cannot be reached since yesterday 09:05',
  );
  assert.equal(statusSince('degraded', { since: at(9, 5, 1).toISOString(), reason: 'slow' }, now), 'slow since 1 Nov');
  assert.equal(statusSince('degraded', { since, misses: 1 }, now), 'no answer just now', 'it is being asked again');
  assert.equal(statusSince('auth_required', { since, reason: 'credentials_refused' }, now), 'refuses the credentials');
  assert.equal(statusSince('misconfigured', { since, reason: 'missing_variable' }, now), 'misses a variable');
  assert.equal(statusSince('disabled', { since }, now), 'off');
  assert.equal(statusSince('checking', { since }, now), 'being checked');
  assert.equal(statusSince('healthy', { since: null }, now), 'works');
  assert.equal(moment(at(0, 7), now), '00:07', 'midnight is not 24');
});

test('numbers with units', () => {
  assert.deepEqual([4200, 41_000, 180_000, 8_100_000, 7_200_000, 4 * 86_400_000].map(duration), [
    '4.2 s',
    '41 s',
    '3 min',
    '2 h 15 min',
    '2 h',
    '4 days',
  ]);
  assert.deepEqual([null, 0, 1234, 12_345].map(milliseconds), ['–', '0 ms', '1,234 ms', '12.3 s']);
  assert.deepEqual([null, 100, 99.999, 92.96, 0].map(percent), ['–', '100 %', '99.99 %', '92.9 %', '0.0 %']);
});

test('what a list amounts to', () => {
  const words = (needs: number) =>
    tallyWords({ all: 15, on: 12, needs, works: 12 - needs, off: 3, checking: 0 })
      .map((part) => `${part.count} ${part.words}`)
      .join(' · ');
  assert.deepEqual(
    [words(0), words(1), words(2)],
    ['12 on · 3 off', '12 on · 1 needs you · 3 off', '12 on · 2 need you · 3 off'],
  );
});

const bar: HealthBar = { slot_s: 900, states: '-hhdau', latency_ms: [null, 12, 50, 41, null, null] };

test('a bar in words', () => {
  const words = '15 min not checked; 12 to 50 ms.';
  assert.equal(
    barWords(bar).replace('Last 2 hours: ', ''),
    `30 min healthy, 15 min with trouble, 15 min wanting something, 15 min not reachable, ${words}`,
  );
  assert.equal(barWords({ slot_s: 900, states: '----', latency_ms: [null] }), 'Last 1 hour: 1 h not checked.');
});

test('a bar as a drawing: every piece by its shape, on the scale of the page', () => {
  const paths = barPaths(bar, 50);
  assert.deepEqual(
    [paths.well, paths.trouble, paths.wants, paths.down, paths.unknown].map((path) => count(path, /z/g)),
    [2, 2, 1, 1, 1],
  );
  assert.equal(count(paths.cross, /M/g), 2);
  const heights = [...paths.well.matchAll(/v([\d.]+)/g)].map((match) => Number(match[1]));
  assert.equal(heights[1], height, 'the top of the scale');
  assert.ok((heights[0] ?? 0) < height / 2 + 1 && (heights[0] ?? 0) > 2);
  assert.equal(scaleFor([bar, undefined]), 50);
  assert.equal(scaleFor([{ ...bar, latency_ms: [310] }]), 500);
  assert.deepEqual([1, 51, 100, 101, 4999].map(roundUp), [1, 100, 100, 200, 5000]);
});

test('a chart: a line with gaps, and where nothing answered', () => {
  const minute = 60_000;
  const end = now.getTime();
  const bucket = (minutesAgo: number, up: number): HealthBucket => ({
    from: new Date(end - minutesAgo * minute).toISOString(),
    probes: 4,
    up,
    healthy: up,
    worst: up < 4 ? 'unreachable' : 'healthy',
    p50_ms: up > 0 ? 20 : null,
    p95_ms: up > 0 ? 80 : null,
    max_ms: up > 0 ? 90 : null,
  });
  const chart = latencyChart(
    [bucket(40, 4), bucket(39, 4), bucket(20, 4), bucket(19, 0), bucket(18, 0), bucket(17, 2), bucket(16, 4)],
    minute,
    24 * 60 * minute,
    end,
  );
  assert.equal(end - chart.from, 60 * minute, 'an hour at least, and not a day that was not');
  assert.equal(chart.top, 100);
  assert.equal(count(chart.typical, /M/g), 3);
  assert.equal(chart.down.length, 1, 'three minutes in a row are one');
  assert.ok(chart.down.every(({ x, width }) => x > 0 && width > 40 && x + width < 1000));
  assert.deepEqual(latencyChart([], minute, 24 * 60 * minute, end).typical, '');
});
