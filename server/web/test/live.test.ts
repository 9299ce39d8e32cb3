import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from '../src/live/backoff';
import { Live } from '../src/live/live';
import { FakeClock, FakeSocket, Recorder } from './fake_socket';
import frames from './frames/session.json';
import { someState } from './states';

function setUp() {
  const sockets: FakeSocket[] = [];
  const clock = new FakeClock();
  const seen = new Recorder();
  const live = new Live(
    'ws://box/ws/',
    (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket;
    },
    seen,
    clock,
  );
  const last = () => sockets[sockets.length - 1] as FakeSocket;
  return { live, clock, seen, sockets, last };
}

const hello = frames[0];
const event = (seq: number) => ({ ...frames[1], seq });

test('resumes after the state it was given and hands on every event once, in order', () => {
  const { live, seen, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  assert.equal(last().url, 'ws://box/ws/?epoch=e1&seq=10');
  for (const frame of frames) last().receive(frame);
  assert.deepEqual(seen.log, ['hello', '11 mcp_toggled', '12 config_validated', '13 prompt_updated']);
  assert.equal(live.status.get().phase, 'live');
});

test('ignores an event that it has seen', () => {
  const { live, seen, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  for (const frame of [hello, event(11), event(11), event(9), event(12)]) last().receive(frame);
  assert.deepEqual(seen.log, ['hello', '11 mcp_toggled', '12 mcp_toggled']);
});

test('reports a gap that the server did not announce', () => {
  const { live, seen, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  for (const frame of [hello, event(14)]) last().receive(frame);
  assert.deepEqual(seen.log, ['hello', '14 mcp_toggled', 'gap']);
});

test('comes back with the last number it saw', () => {
  const { live, clock, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  for (const frame of [hello, event(11), event(12)]) last().receive(frame);
  last().end(1001);
  assert.deepEqual(live.status.get(), { phase: 'reconnecting', failures: 1 });
  clock.pass(backoff(1, () => 1));
  assert.equal(sockets.length, 2);
  assert.equal(last().url, 'ws://box/ws/?epoch=e1&seq=12');
});

test('takes the whole state after a restart of the server, and goes on from there', () => {
  const { live, clock, seen, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  last().receive(hello);
  last().end(1006);
  clock.pass(backoff(1, () => 1));
  last().receive({ ...hello, data: { ...hello?.data, epoch: 'e2', seq: 3 } });
  last().receive({ type: 'resync', data: { ...someState(), epoch: 'e2', seq: 3 } });
  last().receive(event(4));
  assert.deepEqual(seen.log, ['hello', 'hello', 'resync e2 3', '4 mcp_toggled']);
  last().end(1006);
  clock.pass(backoff(1, () => 1));
  assert.equal(last().url, 'ws://box/ws/?epoch=e2&seq=4');
});

test('asks for the state when another epoch comes without a resync', () => {
  const { live, seen, last } = setUp();
  live.start({ epoch: 'e0', seq: 99 });
  for (const frame of [hello, event(13)]) last().receive(frame);
  assert.deepEqual(seen.log, ['hello', '13 mcp_toggled', 'gap']);
});

test('waits longer after every failure, at random, and not for ever', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 60].map((n) => backoff(n, () => 1)),
    [500, 1000, 2000, 4000, 8000, 15000, 15000],
  );
  assert.deepEqual(
    [1, 2, 60].map((n) => backoff(n, () => 0)),
    [250, 500, 7500],
  );

  const { live, clock, seen, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  last().end(1006);
  clock.pass(499);
  assert.equal(sockets.length, 1);
  clock.pass(1);
  assert.equal(sockets.length, 2);
  last().end(1006);
  clock.pass(999);
  assert.equal(sockets.length, 2);
  clock.pass(1);
  assert.equal(sockets.length, 3);
  assert.deepEqual(seen.log, ['refused', 'refused']);
  last().receive(hello);
  last().end(1006);
  assert.equal(live.status.get().failures, 1, 'a good connection starts the count anew');
});

test('tries at once when asked to', () => {
  const { live, clock, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  last().end(1006);
  live.retryNow();
  live.retryNow();
  assert.equal(sockets.length, 2);
  clock.pass(9999);
  assert.equal(sockets.length, 2, 'the timer of the other try is gone');
});

test('stops and says so when it is not signed in', () => {
  const { live, clock, seen, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  last().end(4401);
  clock.pass(60_000);
  assert.deepEqual(seen.log, ['unauthenticated']);
  assert.equal(sockets.length, 1);
  assert.equal(live.status.get().phase, 'stopped');
});

test('goes on after being too slow', () => {
  const { live, clock, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  last().receive(hello);
  last().end(4408);
  clock.pass(500);
  assert.equal(sockets.length, 2);
});

test('gives up a line that does not answer', () => {
  const { live, clock, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  const silent = last();
  silent.receive(hello);
  clock.pass(25_000);
  assert.deepEqual(silent.sent, ['{"type":"ping"}']);
  silent.receive({ type: 'pong' });
  clock.pass(25_000);
  assert.equal(silent.sent.length, 2);
  assert.equal(silent.closedWith, undefined);
  clock.pass(10_000);
  assert.equal(silent.closedWith, 4000);
  assert.deepEqual(live.status.get(), { phase: 'reconnecting', failures: 2 }, 'long enough to be told');
  clock.pass(1000);
  assert.equal(sockets.length, 2);
});

test('gives up a connection that nobody answers', () => {
  const { live, clock, seen, sockets, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  const silent = last();
  clock.pass(9999);
  assert.equal(silent.closedWith, undefined);
  clock.pass(1);
  assert.equal(silent.closedWith, 4000);
  assert.deepEqual(live.status.get(), { phase: 'reconnecting', failures: 1 });
  assert.deepEqual(seen.log, ['refused']);
  clock.pass(500);
  assert.equal(sockets.length, 2);
  last().receive(hello);
  clock.pass(20_000);
  assert.equal(live.status.get().phase, 'live', 'an answered one stays');
});

test('is unharmed by messages that it does not know', () => {
  const { live, seen, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  for (const frame of [hello, 'not json', 'null', '7', { type: 'error' }, event(11)]) last().receive(frame);
  assert.deepEqual(seen.log, ['hello', '11 mcp_toggled']);
});

test('leaves no timer and no socket behind', () => {
  const { live, clock, seen, last } = setUp();
  live.start({ epoch: 'e1', seq: 10 });
  const socket = last();
  socket.receive(hello);
  clock.pass(25_000);
  live.stop();
  assert.equal(clock.waiting, 0);
  assert.equal(socket.closedWith, 1000);
  socket.receive(event(11));
  socket.end(1000);
  assert.deepEqual(seen.log, ['hello']);
});
