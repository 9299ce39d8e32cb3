import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/api/problem';
import type { Setting, SettingsView, SettingValue } from '../src/api/settings';
import { addressAfter, addressWith } from '../src/lib/setting_address';
import { hasPassword, matchesSetting, problemOf, shownText, textOf, valueOf, whyFixed } from '../src/lib/setting_words';
import {
  changedSettings,
  changesOf,
  changesWords,
  settingsDraftOf,
  withApplied,
  withNews,
  withRefusal,
  withText,
  writtenText,
} from '../src/model/settings';

function setting(name: string, kind: Setting['kind'], value: SettingValue, more: Partial<Setting> = {}): Setting {
  const [group = ''] = name.split('.');
  const about = {
    title: name,
    description: '',
    expects: '',
    least: 0,
    most: 65535,
    choices: [],
    secret: false,
    local: false,
  };
  return { ...about, name, group, kind, default: value, in_file: value, in_force: value, overridden_by: '', ...more };
}

function viewOf(...settings: Setting[]): SettingsView {
  return { file: {} as SettingsView['file'], problem: '', address: 'http://127.0.0.1:8765', settings };
}

const port = setting('server.port', 'number', 8765, { title: 'Port' });
const services = setting('restart.allowed_services', 'list', ['a']);

test('a value becomes text in its field, and back', () => {
  const polling = setting('watch.polling', 'switch', null);
  assert.deepEqual(
    [textOf(polling, null), textOf(port, 8766), textOf(services, ['a', 'b'])],
    ['false', '8766', 'a\nb'],
  );
  assert.deepEqual(valueOf(services, ' a \n\nb\na'), ['a', 'b']);
  const command = setting('restart.command', 'list', []);
  assert.deepEqual(valueOf(command, 'sudo\n-n\n-n'), ['sudo', '-n', '-n'], 'arguments may be there twice');
  assert.deepEqual(
    [valueOf(port, ' 8766 '), valueOf(port, '87.5'), valueOf(port, ''), valueOf(polling, 'true')],
    [8766, '87.5', '', true],
  );
  const level = setting('log.level', 'choice', 'info');
  assert.deepEqual(
    [shownText(polling, true), shownText(level, 'warning'), shownText(services, []), shownText(services, ['a', 'b'])],
    ['on', 'Warnings', 'none', 'a, b'],
  );
});

test('what the page can tell to be wrong, and what a filter finds', () => {
  assert.deepEqual(
    [problemOf(port, '65535'), problemOf(port, '65536'), problemOf(port, 'x'), problemOf(services, '')],
    ['', 'A whole number from 0 to 65535.', 'A whole number from 0 to 65535.', ''],
  );
  assert.ok(matchesSetting(port, 'web PAGE') && matchesSetting(port, ' port ') && !matchesSetting(port, 'redis'));
});

test('a draft is what differs from what is set', () => {
  const one = withText(settingsDraftOf(), port, '8766');
  assert.equal(writtenText(port, one), '8766');
  assert.deepEqual(changesOf(viewOf(port, services), one), { 'server.port': 8766 });
  assert.equal(withText(one, port, '8765').drafts.size, 0);
});

test('news of the file keeps what was typed, and says what is there now', () => {
  const before = viewOf(port, services);
  const draft = withText(settingsDraftOf(), port, '8766');
  const now = viewOf({ ...port, in_file: 9000 }, { ...services, in_file: [] });
  const after = withNews(draft, before, now, 7);
  assert.equal(writtenText(now.settings[0] as Setting, after), '8766');
  assert.equal(after.problems.get('server.port'), 'Changed in the file meanwhile: 9000.');
  assert.deepEqual(
    [...after.news],
    [
      ['server.port', 7],
      ['restart.allowed_services', 7],
    ],
  );
  assert.equal(changesWords(changedSettings(before, now)), 'Port is 9000 now, restart.allowed_services is none now');
  const done = withNews(draft, before, viewOf({ ...port, in_file: 8766 }, services), 8);
  assert.equal(done.drafts.size, 0, 'as it was wanted, whoever did it');
  const first = withNews(draft, now, now, 9);
  assert.equal(first.problems.get('server.port'), 'Changed in the file meanwhile: 9000.', 'older than what was read');
  assert.equal(first.news.size, 0);
});

test('what was applied is no draft any more, what was written since it was sent is', () => {
  const keep = setting('backups.keep', 'number', 50);
  const sent = withText(withText(settingsDraftOf(), port, ' 9000'), keep, '7');
  const changes = changesOf(viewOf(port, keep), sent);
  const saved = viewOf({ ...port, in_file: 9000, in_force: 9000 }, { ...keep, in_file: 7, in_force: 7 });
  const after = withApplied(withText(sent, keep, '71'), saved, changes);
  assert.deepEqual([...after.drafts], [['backups.keep', { text: '71', from: 7 }]]);
  assert.equal(withNews(after, saved, saved, 1).problems.size, 0, 'what is there is what was sent from here');
});

test('a refusal stands at its settings; what is about the file stands below all', () => {
  const finding = { severity: 'error', code: 'value', message: 'no', hint: '', line: 0, column: 0 } as const;
  const about = new Problem({ status: 422, title: 'no', findings: [{ ...finding, path: 'server.port' }] });
  assert.deepEqual(withRefusal(settingsDraftOf(), about).problems, new Map([['server.port', 'no']]));
  const file = new Problem({ status: 409, title: 'broken', findings: [{ ...finding, path: 'log.level', line: 3 }] });
  assert.equal(withRefusal(settingsDraftOf(), file).failure, 'broken');
});

test('a password that is not known here is none to bring back', () => {
  const url = (value: string) => setting('redis.url', 'text', value, { secret: true });
  assert.ok(hasPassword(url('redis://:***@h')));
  assert.ok(!hasPassword(url('redis://h')));
  assert.ok(!hasPassword(setting('server.host', 'text', '***')));
});

test('where to go on after a move: only where this page came from Nova itself', () => {
  const go = (page: string, before: string, after: string) => addressAfter(new URL(page), before, after)?.href;
  const old = 'http://127.0.0.1:8765';
  assert.equal(go(`${old}/#/settings`, old, 'http://127.0.0.1:8766'), 'http://127.0.0.1:8766/#/settings');
  assert.equal(go('http://localhost:8765/', old, 'http://127.0.0.1:8766'), 'http://localhost:8766/');
  assert.equal(go('http://box:8765/', 'http://0.0.0.0:8765', 'http://0.0.0.0:9000'), 'http://box:9000/');
  assert.equal(go(`${old}/`, old, 'https://127.0.0.1:8765'), 'https://127.0.0.1:8765/');
  assert.equal(go('https://nova.example.org/', old, 'http://127.0.0.1:8766'), undefined);
  assert.equal(go('http://localhost:9999/', old, 'http://127.0.0.1:8766'), undefined, 'a tunnel');
  const host = setting('server.host', 'text', '127.0.0.1');
  const tell = (written: Record<string, string>) =>
    addressWith(viewOf(host, port), (one) => written[one.name] ?? textOf(one, one.in_file));
  assert.equal(tell({ 'server.port': '8766' }), 'http://127.0.0.1:8766');
  assert.equal(tell({ 'server.host': '::1' }), 'http://[::1]:8765');
  assert.equal(tell({ 'server.port': '0' }), '', 'any free one: nobody knows which');
});

test('what a variable rules or what says what Nova runs is not changed here', () => {
  assert.equal(whyFixed(setting('server.port', 'number', 8765)), '');
  assert.match(whyFixed(setting('server.port', 'number', 8765, { overridden_by: '--port' })), /^Set by --port/);
  assert.match(whyFixed(setting('restart.command', 'list', [], { local: true })), /changed there/);
});
