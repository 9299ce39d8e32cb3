import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Health, HealthStatus, NamedHealth } from '../src/api/health';
import type { NovaEvent } from '../src/api/types';
import { applyEvent, needsState } from '../src/live/apply_event';
import { withAnswer } from '../src/live/apply_health';
import { groupOf, inOrder, standingOf, tallyOf } from '../src/model/standing';
import frames from './frames/health.json';
import { server, someState } from './states';

const [down, restarting, failed] = frames as unknown as [NovaEvent, NovaEvent, NovaEvent];
const [told] = (frames[0]?.data.servers ?? []) as unknown as [NamedHealth];
const { name: _, ...found } = told;
const health = (status: HealthStatus): Health => ({ ...found, status });

test('news of one server changes that one, and the other stays the same object', () => {
  const before = someState();
  const after = applyEvent(before, down);
  assert.equal(after.overall, 'degraded');
  assert.equal(after.catalog.servers[0]?.health?.status, 'unreachable');
  assert.equal(after.catalog.servers[1], before.catalog.servers[1]);
  assert.equal('name' in (after.catalog.servers[0]?.health ?? {}), false);
  assert.equal(needsState(before, down), false);
  assert.deepEqual(before, someState(), 'the old state is as it was');
});

test('what another machine tells of its servers and restarts is not ours', () => {
  for (const event of [down, restarting]) {
    const remote = { ...event, data: { ...event.data, origin: 'remote' } } as NovaEvent;
    const after = applyEvent(someState(), remote);
    assert.deepEqual({ ...after, seq: 0 }, { ...someState(), seq: 0 });
    assert.equal(needsState(someState(), remote), false);
  }
});

test('a restart is followed by its service, and leaves servers alone', () => {
  const start = someState();
  const running = applyEvent(start, restarting);
  assert.equal(running.catalog, start.catalog);
  assert.deepEqual(
    running.restarts.runs.map(({ service, state }) => [service, state]),
    [['mcp_gmail', 'running']],
  );
  const { runs } = applyEvent(running, failed).restarts;
  assert.deepEqual(
    runs.map(({ state, exit_code }) => [state, exit_code]),
    [['failed', 14]],
  );
  assert.match(runs[0]?.output ?? '', /no such service/);
});

test('an answer that events have overtaken is left out', () => {
  const { catalog } = applyEvent(someState(), down);
  const older = { ...told, status: 'healthy', since: '2026-11-23T10:00:00.000Z' } as NamedHealth;
  assert.equal(withAnswer(catalog, [older]).servers[0]?.health?.status, 'unreachable');
  const before = { ...told, latency_ms: 5, checked_at: '2026-11-23T10:42:09.000Z' };
  assert.equal(withAnswer(catalog, [before]).servers[0]?.health?.latency_ms, null);
  const { bar: _bar, ...newer } = { ...told, latency_ms: 7, checked_at: '2026-11-23T10:42:20.000Z' };
  const after = withAnswer(catalog, [newer]).servers[0]?.health;
  assert.equal(after?.latency_ms, 7);
  assert.equal(after?.bar, catalog.servers[0]?.health?.bar, 'the answer to a check has no bar');
});

test('the switch says what is wanted, the mark what is', () => {
  const marks = (status: HealthStatus, on = true) =>
    standingOf({ ...server('a', on), health: health(status) }, on).mark;
  const all: HealthStatus[] = ['healthy', 'degraded', 'unreachable', 'auth_required', 'incompatible', 'not_mcp'];
  assert.deepEqual(
    [...all, 'misconfigured' as const, 'checking' as const].map((status) => marks(status)),
    ['healthy', 'failing', 'failing', 'attention', 'attention', 'attention', 'attention', 'checking'],
  );
  assert.equal(marks('unreachable', false), 'off', 'switched off a moment ago');
  assert.equal(marks('disabled'), 'checking', 'switched on a moment ago');
  assert.equal(standingOf(server('new', true), true).mark, 'checking', 'before the first news');
});

test('counts and groups', () => {
  const standings = (['healthy', 'healthy', 'unreachable', 'auth_required', 'checking', 'disabled'] as const).map(
    (status) => standingOf({ ...server('a', true), health: health(status) }, status !== 'disabled'),
  );
  assert.deepEqual(tallyOf(standings), { all: 6, on: 5, needs: 2, works: 2, off: 1, checking: 1 });
  assert.deepEqual(standings.map(groupOf), ['works', 'works', 'needs', 'needs', 'checking', 'off']);
});

test('those that need a person come first, all in the order of the file', () => {
  const servers = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
  const names = (first: string[]) => inOrder(servers, new Set(first)).map(({ name }) => name);
  assert.deepEqual(names(['d', 'b']), ['b', 'd', 'a', 'c']);
  assert.deepEqual(names(['gone']), ['a', 'b', 'c', 'd']);
});
