import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportItem } from '../src/api/transfer';
import { addWords, looksForeign, nameProblems, rowsAgain, rowsOf, summaryOf } from '../src/model/import';
import { arranged, firstNames, moveBy, withMove } from '../src/model/server_order';
import { pathOf, placeOf, queryOf } from '../src/model/servers_address';
import { standingOf } from '../src/model/standing';
import { server } from './states';

const names = (servers: readonly { name: string }[]) => servers.map(({ name }) => name).join(' ');

test('moves by one place in the file, and not beyond its ends', () => {
  const servers = ['a', 'b', 'c'].map((name) => server(name, true));
  assert.deepEqual(moveBy(servers, 'c', -1), { name: 'c', before: 'b' });
  assert.deepEqual(moveBy(servers, 'b', 1), { name: 'b', before: null });
  assert.equal(moveBy(servers, 'a', -1), undefined);
  assert.equal(moveBy(servers, 'c', 1), undefined);
  assert.equal(names(withMove(servers, { name: 'c', before: 'a' })), 'c a b');
  assert.equal(names(withMove(servers, { name: 'a', before: null })), 'b c a');
  assert.equal(withMove(servers, { name: 'a', before: 'gone' }), servers);
  // What has arrived already is drawn from what is on its way, too: that changes nothing.
  const move = { name: 'c', before: 'a' };
  assert.equal(names(withMove(withMove(servers, move), move)), 'c a b');
});

test('sorts as people do', () => {
  const servers = ['s10', 'S2', 'a'].map((name) => {
    const one = server(name, name !== 'a');
    return { name, standing: standingOf(one, one.enabled) };
  });
  assert.deepEqual(firstNames(servers, 'file'), []);
  assert.deepEqual(firstNames(servers, 'name'), ['a', 'S2', 's10']);
  assert.deepEqual(firstNames(servers, 'state'), ['s10', 'S2', 'a']);
  assert.equal(names(arranged(servers, new Set(['a', 'gone']))), 'a s10 S2');
});

test('the address says what is open and how the list is narrowed', () => {
  const place = (path: string[], query = {}) => placeOf({ path, query });
  assert.equal(place(['gmail']).opened, 'gmail');
  assert.deepEqual(place(['gmail', 'edit']).dialog, { kind: 'edit', about: 'gmail' });
  assert.deepEqual(place(['-', 'add']).dialog, { kind: 'add', about: '' });
  assert.deepEqual(
    [place(['-']).opened, place(['-', 'edit']).dialog, place(['gmail', 'add']).dialog],
    [undefined, undefined, undefined],
  );
  assert.deepEqual(pathOf({ kind: 'add', about: '' }), ['-', 'add']);
  assert.deepEqual(pathOf({ kind: 'duplicate', about: 'gmail' }), ['gmail', 'duplicate']);
  assert.deepEqual(queryOf(place([], { q: 'mail', state: 'off', sort: 'nonsense' })), {
    q: 'mail',
    state: 'off',
    sort: '',
  });
});

const item = (name: string, kind: ImportItem['kind']): ImportItem => ({
  name,
  written_name: name,
  url: '',
  description: '',
  enabled: true,
  kind,
  why: '',
  notes: [],
  variables: [],
  place: '',
  line: 1,
  fields: {},
});

test('an import: what counts, names that are taken, and a catalog that changes meanwhile', () => {
  const plan = { title: '', servers: [item('a', 'new'), item('b', 'new'), item('c', 'present')] };
  const rows = rowsOf(plan);
  assert.equal(summaryOf(rows), '2 can be added · 1 is there already');
  assert.equal(addWords(rows), 'Add 2 servers');
  const typed = rows.map((row) => ({ ...row, name: 'same' }));
  assert.deepEqual(nameProblems(typed, []), ['', 'There is another server of this name.', '']);
  assert.deepEqual(nameProblems(typed, ['same']).filter(Boolean).length, 2);
  const again = rowsAgain(typed, {
    title: '',
    servers: [item('a', 'new'), item('b', 'present'), item('c', 'present')],
  });
  assert.deepEqual([again[0]?.name, again[1]?.item.kind, again[1]?.isChosen], ['same', 'present', false]);
  assert.ok(looksForeign('{ "mcpServers": {} }'));
  assert.ok(!looksForeign('Meet {me} at five'));
});
