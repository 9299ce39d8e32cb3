import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Backlog, NovaEvent, NovaState } from '../src/api/types';
import { EventList } from '../src/model/events';
import { filtered, filterOf, summaryOf } from '../src/model/events_filter';
import { Gap, KnownEvent, type Entry } from '../src/model/events_merge';
import { routeOf } from '../src/lib/route';
import { someState } from './states';

function event(seq: number, title = `t${seq}`, epoch = 'e1'): NovaEvent {
  const timestamp = `2026-11-23T10:00:00.${String(seq).padStart(3, '0')}Z`;
  const data = { task: { id: title, status: 'running' } };
  return { id: `${epoch}-${seq}`, type: 'task_updated', timestamp, source: 'other@there', seq, data };
}

const range = (from: number, until: number, epoch = 'e1') =>
  Array.from({ length: until - from + 1 }, (_, at) => event(from + at, undefined, epoch));
const state = (epoch: string, seq: number): NovaState => ({ ...someState(), epoch, seq });
const told = (entries: readonly Entry[]) =>
  entries.map((entry) => (entry instanceof Gap ? 'gap' : `${entry.epoch} ${(entry as KnownEvent).event.seq}`));

/** A server that has some events still; `asked` are the numbers it was asked for. */
function server(epoch: string, from: number, until: number) {
  const asked: number[] = [];
  const ask = async (_: string, seq: number): Promise<Backlog> => {
    asked.push(seq);
    if (seq < from - 1) return { epoch, complete: false, state: state(epoch, until) };
    return { epoch, complete: true, seq: until, events: range(seq + 1, until, epoch) };
  };
  return { ask, asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 80));

test('shows what the server has from before and then what is told live, each once', async () => {
  const { ask, asked } = server('e1', 1, 12);
  const list = new EventList(ask);
  list.want();
  assert.deepEqual(asked, [], 'not before it is known where we are');
  list.begin(state('e1', 10));
  for (const one of range(11, 13)) list.take(one);
  await settled();
  assert.deepEqual(told(list.view.get().entries), range(1, 13).map(({ seq }) => `e1 ${seq}`));
  assert.deepEqual(asked, [0]);
});

test('asks for less where the oldest are gone', async () => {
  const { ask, asked } = server('e1', 1500, 2000);
  const list = new EventList(ask);
  list.begin(state('e1', 2000));
  list.want();
  await settled();
  assert.deepEqual(asked, [1000, 1200, 1360, 1488, 1591]);
  assert.equal(list.view.get().entries.length, 409);
});

test('nothing of another run is taken for its history; what fails is said, and live events show', async () => {
  const other = new EventList(server('e2', 1, 5).ask);
  other.begin(state('e1', 10));
  other.want();
  await settled();
  assert.deepEqual(other.view.get().entries, []);

  const failing = new EventList(() => Promise.reject(new Error('Nova cannot be reached.')));
  failing.begin(state('e1', 10));
  failing.want();
  failing.take(event(11));
  await settled();
  assert.equal(failing.view.get().problem, 'Nova cannot be reached.');
  assert.deepEqual(told(failing.view.get().entries), ['e1 11']);
});

test('a pause keeps back what comes, and loses nothing', async () => {
  const list = new EventList(server('e1', 1, 2).ask);
  list.begin(state('e1', 2));
  list.want();
  await settled();
  list.setPaused(true);
  for (const one of range(3, 5)) list.take(one);
  await settled();
  assert.equal(list.view.get().waiting, 3);
  assert.deepEqual(told(list.view.get().entries), ['e1 1', 'e1 2']);
  list.setPaused(false);
  assert.equal(list.view.get().entries.length, 5);
});

test('keeps no more than it may, and says how many had to go', async () => {
  const list = new EventList(server('e1', 1, 0).ask, { events: 10, bytes: 1e9 });
  list.begin(state('e1', 0));
  list.want();
  await settled();
  for (const one of range(1, 25)) list.take(one);
  await settled();
  assert.deepEqual(told(list.view.get().entries), range(16, 25).map(({ seq }) => `e1 ${seq}`));
  assert.equal(list.view.get().letGo, 15);

  const heavy = new EventList(server('e1', 1, 0).ask, { events: 100, bytes: 100_000 });
  heavy.begin(state('e1', 0));
  heavy.want();
  await settled();
  for (let seq = 1; seq <= 10; seq++) heavy.take(event(seq, 'x'.repeat(10_000)));
  await settled();
  assert.equal(heavy.view.get().entries.length, 4);
});

test('what was missed is asked for, and what nobody knows any more is said', async () => {
  let answer = server('e1', 1, 10);
  const list = new EventList((epoch, seq) => answer.ask(epoch, seq));
  list.begin(state('e1', 10));
  list.want();
  await settled();

  // The server still has all of it: no gap.
  answer = server('e1', 8, 14);
  list.missed(state('e1', 14));
  await settled();
  assert.deepEqual(told(list.view.get().entries), range(1, 14).map(({ seq }) => `e1 ${seq}`));

  // The ring went on without us.
  answer = server('e1', 90, 100);
  list.lost();
  list.missed(state('e1', 100));
  await settled();
  const after = list.view.get().entries;
  assert.deepEqual(told(after).slice(13, 16), ['e1 14', 'gap', 'e1 92']);
  assert.equal(after.length, 14 + 1 + 9);

  // Started anew: what came between is not known, what came since is.
  answer = server('e2', 1, 2);
  list.missed(state('e2', 2));
  await settled();
  assert.deepEqual(told(list.view.get().entries).slice(-3), ['gap', 'e2 1', 'e2 2']);
  list.take(event(6, 't6', 'e2'));
  await settled();
  assert.deepEqual(told(list.view.get().entries).slice(-2), ['gap', 'e2 6'], 'a jump in the numbers is a gap, too');
});

test('nothing is left after signing out', async () => {
  const list = new EventList(server('e1', 1, 10).ask);
  list.begin(state('e1', 10));
  list.want();
  await settled();
  list.forget();
  await settled();
  assert.deepEqual(list.view.get().entries, []);
});

test('the filter of an address, and what it lets through', () => {
  const filter = filterOf(routeOf('#/events?kind=tasks,nonsense,health&q=Two%20THERE'));
  assert.deepEqual(filter, { kinds: ['health', 'tasks'], text: 'Two THERE' });
  const entries = [event(1, 'one'), event(2, 'two')].map((one) => new KnownEvent(one, 'e1'));
  assert.deepEqual(told(filtered(entries, filter)), ['e1 2']);
  assert.deepEqual(told(filtered(entries, { kinds: [], text: '' })), ['e1 2', 'e1 1'], 'the newest first');
  assert.deepEqual(filtered(entries, { kinds: ['prompt'], text: '' }), []);
  assert.deepEqual(
    [summaryOf(0, 0, 0), summaryOf(1, 1, 0), summaryOf(12, 812, 300)],
    ['', '1 event', '12 of 812 events · 300 older let go'],
  );
});
