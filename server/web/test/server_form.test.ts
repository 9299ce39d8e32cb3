import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/api/problem';
import type { NovaState } from '../src/api/types';
import {
  freshDraft,
  isSame,
  meet,
  patchOf,
  problemsIn,
  problemsOf,
  usesMore,
  type Draft,
  type Fields,
} from '../src/model/server_form';
import { headersPatch, headersProblem, withRow } from '../src/model/server_form_headers';
import { saveDraft } from '../src/model/server_form_saving';
import { server, someState } from './states';

const catalog = () => {
  const { catalog } = someState();
  catalog.servers[0] = { ...server('gmail', true), headers: ['Authorization'], timeout_s: 10 };
  return catalog;
};
const editing = (fields: Partial<Fields> = {}): Draft => {
  const draft = freshDraft('edit', 'gmail', catalog()) as Draft;
  return { ...draft, fields: { ...draft.fields, ...fields } };
};
const finding = (path: string, message: string) => ({
  severity: 'error' as const,
  code: '',
  hint: '',
  line: 0,
  column: 0,
  path,
  message,
});

test('a patch has what differs and nothing else', () => {
  assert.deepEqual(patchOf(editing()), {});
  assert.deepEqual(patchOf(editing({ description: ' Mail ', timeout_s: '', enabled: false })), {
    description: 'Mail',
    timeout_s: null,
    enabled: false,
  });
  const like = freshDraft('duplicate', 'gmail', catalog()) as Draft;
  assert.equal(like.fields.name, 'gmail-2');
  assert.deepEqual(patchOf({ ...like, headers: [] }), { url: 'http://localhost/gmail/mcp', timeout_s: 10 });
  assert.equal(freshDraft('edit', 'gone', catalog()), undefined);
  assert.ok(usesMore(editing()));
});

test('headers are a merge patch: kept ones stay, removed ones are null', () => {
  const kept = { id: 1, name: 'Authorization', value: '', kept: true };
  assert.deepEqual(headersPatch([kept], ['Authorization']), {});
  assert.deepEqual(headersPatch([{ ...kept, value: 'x' }], ['Authorization']), { Authorization: 'x' });
  assert.deepEqual(headersPatch([], ['Authorization']), { Authorization: null });
  assert.equal(headersProblem(withRow([kept])), '');
  assert.equal(
    headersProblem([kept, { id: 2, name: 'authorization', value: 'y', kept: false }]),
    'authorization is there twice.',
  );
  assert.equal(headersProblem([{ id: 2, name: '', value: 'y', kept: false }]), 'A header has no name.');
});

test('what is wrong is said by field', () => {
  const { servers } = catalog();
  assert.deepEqual(problemsOf(editing(), servers), {});
  assert.deepEqual(Object.keys(problemsOf(editing({ name: 'a b', url: ' ', interval_s: '0' }), servers)), [
    'name',
    'url',
    'interval_s',
  ]);
  assert.equal(problemsOf(editing({ name: 'notion' }), servers).name, 'There is a server of that name already.');
  assert.deepEqual(problemsIn([finding('v1.2.url', 'v1.2.url is bad.'), finding('a b', 'No name.')]), {
    url: 'It is bad.',
    name: 'No name.',
  });
});

test('a newer file: what was not touched follows, what was typed stays', () => {
  const draft = editing({ description: 'Mine' });
  const same = meet(draft, { ...catalog(), revision: 'r2' });
  assert.deepEqual([same.notice, same.draft.revision], ['', 'r2']);

  const news = { ...catalog(), revision: 'r2' };
  news.servers = [{ ...server('gmail', false), url: 'http://new/mcp', headers: ['X-New'] }];
  const met = meet(draft, news);
  assert.match(met.notice, /^gmail was changed in the meantime: address, switch, timeout, headers\./);
  assert.deepEqual(
    [met.draft.fields.url, met.draft.fields.enabled, met.draft.fields.description],
    ['http://new/mcp', false, 'Mine'],
  );
  assert.deepEqual(
    met.draft.headers.map(({ name }) => name),
    ['X-New'],
  );
  assert.deepEqual(patchOf(met.draft), { description: 'Mine' });

  const gone = meet(draft, { ...news, servers: [] });
  assert.match(gone.notice, /^gmail was removed in the meantime/);
  assert.equal(gone.draft.base, undefined);
  assert.ok(!isSame(draft, editing()));
});

test('saves on a newer revision as long as the entry is what was seen', async () => {
  const sent: string[] = [];
  const newest = (change: (state: NovaState) => void) => {
    const state = someState();
    state.catalog = { ...catalog(), revision: 'r2' };
    change(state);
    return {
      seen: () => undefined,
      fetch: async () => state,
      add: async () => assert.fail('nothing is added'),
      change: async (name: string, fields: object, revision: string) => {
        sent.push(`${name} ${JSON.stringify(fields)} ${revision}`);
        if (revision !== 'r2') throw new Problem({ status: 412, title: 'Stale' });
        return { name, changed: true, revision: 'r3', backup_id: '' };
      },
    };
  };
  const draft = editing({ name: 'mail' });
  assert.deepEqual(
    await saveDraft(
      draft,
      newest(() => {}),
    ),
    { saved: 'mail', words: 'gmail is mail now' },
  );
  assert.deepEqual(sent.splice(0), ['gmail {"name":"mail"} r1', 'gmail {"name":"mail"} r2']);

  const outcome = await saveDraft(
    draft,
    newest(({ catalog }) => (catalog.servers = [server('gmail', false)])),
  );
  assert.ok('notice' in outcome && outcome.draft.revision === 'r2');
  assert.equal(sent.length, 1, 'it is not put over what nobody has seen');
});
