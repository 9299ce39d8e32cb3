import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NovaEvent } from '../src/api/types';
import { applyEvent, needsState } from '../src/live/apply_event';
import frames from './frames/session.json';
import { someState } from './states';

const [toggled, validated, prompt] = frames.slice(1) as unknown as [NovaEvent, NovaEvent, NovaEvent];

test('a toggle changes one server and the revision', () => {
  const before = someState();
  const after = applyEvent(before, toggled);
  assert.deepEqual(
    after.catalog.servers.map((server) => server.enabled),
    [false, false],
  );
  assert.equal(after.catalog.revision, 'r2');
  assert.equal(after.seq, 11);
  assert.deepEqual(before, someState(), 'the old state is as it was');
});

test('a state that is newer than the event stays', () => {
  const state = { ...someState(), seq: 11 };
  assert.equal(applyEvent(state, toggled), state);
});

test('a new prompt replaces the text', () => {
  const { prompt: after } = applyEvent(someState(), prompt);
  assert.equal(after.content, '# Short\n');
  assert.deepEqual([after.revision, after.bytes, after.lines], ['p2', 8, 1]);
  assert.equal(after.modified_at, '2026-11-23T10:16:02.500Z');
});

test('a long prompt leaves no old text behind', () => {
  const { content: _, ...data } = prompt.data as { content?: string };
  const long = { ...prompt, data: { ...data, content_url: '/api/prompt' } } as NovaEvent;
  const { prompt: after } = applyEvent(someState(), long);
  assert.equal('content' in after, false);
  assert.equal(after.content_url, '/api/prompt');
});

test('a validated file asks for the state, the others tell it all', () => {
  assert.deepEqual(
    [toggled, validated, prompt].map((event) => needsState(someState(), event)),
    [false, true, false],
  );
  assert.equal(applyEvent(someState(), validated).seq, 12);
});

test('an event of another instance changes nothing by itself', () => {
  const remote = { ...toggled, source: 'nova-settings@nova-2' };
  const after = applyEvent(someState(), remote);
  assert.deepEqual([after.seq, after.catalog], [11, someState().catalog]);
  assert.equal(needsState(someState(), remote), true);
});

test('a file that was broken is asked for when it is well again', () => {
  const state = someState();
  state.prompt.status = 'missing';
  assert.deepEqual(
    [toggled, prompt].map((event) => needsState(state, event)),
    [false, true],
  );
});
