import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NovaEvent } from '../src/api/types';
import { eventFacts, shownJson } from '../src/lib/event_facts';
import { eventMark, eventSentence, searchText } from '../src/lib/event_words';

function made(type: NovaEvent['type'], data: unknown, source = 'nova-settings@there'): NovaEvent {
  return { id: 'e', type, timestamp: '2026-11-23T10:00:00.000Z', source, seq: 7, data } as NovaEvent;
}

const cases: [type: NovaEvent['type'], data: unknown, sentence: string, mark: string][] = [
  ['mcp_toggled', { name: 'gmail', enabled: true, origin: 'ui' }, 'gmail switched on', 'healthy'],
  ['mcp_toggled', { name: 'gmail', enabled: false, origin: 'api' }, 'gmail switched off, by the API', 'off'],
  ['mcp_toggled', { name: 'gmail', enabled: true, origin: 'remote' }, 'gmail switched on, on there', 'healthy'],
  ['mcp_toggled', { enabled: true }, 'Switched: no details were told', 'healthy'],
  ['prompt_updated', { added: 3, removed: 1, origin: 'file' }, 'Prompt saved: 3 lines added, 1 removed, in the file', 'healthy'],
  ['prompt_updated', { added: 0, removed: 1 }, 'Prompt saved: 1 line removed', 'healthy'],
  ['prompt_updated', { added: 0, removed: 0 }, 'Prompt saved', 'healthy'],
  [
    'config_validated',
    { file: '/a/mcp.yaml', valid: false, errors: [{}, {}], origin: 'file' },
    'mcp.yaml has 2 errors and is not in force, in the file',
    'failing',
  ],
  [
    'config_validated',
    {
      file: '/a/mcp.yaml',
      valid: true,
      changes: [
        { name: 'a', change: 'added' },
        { name: 'b', change: 'modified' },
        { name: 'c', change: 'added' },
      ],
      warnings: [{}],
    },
    'mcp.yaml checked: a and c added · b changed · 1 warning',
    'attention',
  ],
  ['config_validated', { file: 'mcp.yaml', valid: true }, 'mcp.yaml checked: all is well', 'healthy'],
  [
    'system_health',
    {
      servers: [
        { name: 'a', status: 'healthy' },
        { name: 'b', status: 'unreachable' },
        { name: 'c', status: 'healthy' },
      ],
    },
    'a and c: works · b cannot be reached',
    'failing',
  ],
  [
    'system_health',
    { servers: [{ name: 'a', status: 'auth_required' }, { name: 'b', status: 'healthy' }] },
    'a wants credentials · b works',
    'attention',
  ],
  ['system_health', { servers: [], redis: { status: 'reconnecting' } }, 'Redis is lost; Nova tries again by itself', 'attention'],
  ['system_health', { servers: [], redis: { status: 'connected' } }, 'Redis is connected', 'healthy'],
  ['system_health', { restart: { service: 'mcp_gmail', state: 'failed' } }, 'The restart of mcp_gmail failed', 'failing'],
  ['task_updated', { task: { id: 't-1', title: 'Deploy', status: 'running' } }, 'Task Deploy is running', 'checking'],
  ['task_updated', { task: { id: 't-1', status: 'stuck' } }, 'Task t-1: stuck', 'healthy'],
  [
    'task_updated',
    { counts: { pending: 3, running: 1, completed: 9, failed: 2 } },
    'Tasks: 3 waiting · 1 running · 9 done · 2 failed',
    'attention',
  ],
];

for (const [type, data, sentence, mark] of cases) {
  test(`says "${sentence}"`, () => {
    assert.equal(eventSentence(made(type, data)), sentence);
    assert.equal(eventMark(made(type, data)), mark);
  });
}

test('whatever other programs send is told in one short line', () => {
  const strange = [null, 7, 'text', [], { task: [] }, { task: { id: {}, status: 1 } }, { counts: { pending: 'x' } }];
  for (const type of ['mcp_toggled', 'prompt_updated', 'config_validated', 'system_health', 'task_updated'] as const)
    for (const data of strange) {
      const event = made(type, data);
      assert.ok(eventSentence(event).length > 0);
      assert.ok(searchText(event, '').length > 0);
      eventMark(event);
      eventFacts(event);
    }
  const long = eventSentence(made('task_updated', { task: { title: 'a\n b '.repeat(10_000), status: 'running' } }));
  assert.match(long, /^Task a b a b/);
  assert.ok(long.length < 300 && !long.includes('\n'));
});

test('facts are what the sentence leaves out; long JSON is cut', () => {
  const errors = [{ line: 3, message: 'no URL' }, { message: 'odd' }];
  const facts = eventFacts(made('config_validated', { errors, file: '/a/mcp.yaml', backup_id: 'b1' }));
  assert.deepEqual(
    facts.map(({ label, value }) => `${label}: ${value}`),
    ['Error: Line 3: no URL', 'Error: odd', 'File: /a/mcp.yaml', 'Kept as: b1'],
  );
  const servers = Array.from({ length: 500 }, (_, at) => ({ name: `s${at}`, summary: 'x' }));
  assert.equal(eventFacts(made('system_health', { servers })).length, 20);
  const { text, shortened } = shownJson(made('system_health', { servers }));
  assert.ok(shortened && text.length === 12_001);
});
