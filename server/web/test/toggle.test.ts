import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/api/problem';
import type { NovaState } from '../src/api/types';
import { applyReply, toggleServer } from '../src/model/toggle';
import { server, someState } from './states';

const stale = () => new Problem({ status: 412, title: 'The file has changed.' });
const wish = { name: 'notion', url: 'http://localhost/notion/mcp', enabled: true };

/** Steps against a file that now is `newest`; puts with another revision are refused. */
function steps(newest: NovaState, seen = someState()) {
  const puts: string[] = [];
  return {
    puts,
    seen: () => seen,
    fetch: async () => newest,
    put: async (name: string, enabled: boolean, revision: string) => {
      puts.push(`${name} ${enabled} ${revision}`);
      if (revision !== newest.catalog.revision) throw stale();
      return { name, enabled, changed: true, revision: 'r9' };
    },
  };
}

function changed(change: (state: NovaState) => void): NovaState {
  const state = someState();
  state.catalog.revision = 'r2';
  change(state);
  return state;
}

test('writes on the revision that was seen', async () => {
  const to = steps(someState());
  assert.equal((await toggleServer(wish, to)).revision, 'r9');
  assert.deepEqual(to.puts, ['notion true r1']);
});

test('tries once more on the new revision when it means the same', async () => {
  const to = steps(changed((state) => void (state.catalog.servers[0] = server('gmail', false))));
  assert.equal((await toggleServer(wish, to)).revision, 'r9');
  assert.deepEqual(to.puts, ['notion true r1', 'notion true r2']);
});

test('writes nothing when somebody else has done it', async () => {
  const to = steps(changed((state) => void (state.catalog.servers[1] = server('notion', true))));
  assert.deepEqual(await toggleServer(wish, to), { name: 'notion', enabled: true, changed: false, revision: 'r2' });
  assert.equal(to.puts.length, 1);
});

test('refuses when the server is gone or is another one', async () => {
  const gone = steps(changed((state) => void state.catalog.servers.pop()));
  await assert.rejects(toggleServer(wish, gone), /no longer in the file/);
  const other = steps(
    changed((state) => void (state.catalog.servers[1] = { ...server('notion', false), url: 'http://x' })),
  );
  await assert.rejects(toggleServer(wish, other), /another address/);
  assert.deepEqual([gone.puts.length, other.puts.length], [1, 1]);
});

test('gives up after the second refusal, and at once for other reasons', async () => {
  const to = steps(someState());
  to.put = async () => {
    to.puts.push('put');
    throw stale();
  };
  await assert.rejects(toggleServer(wish, to), /has changed/);
  assert.equal(to.puts.length, 2);

  const managed = steps(someState());
  managed.put = async () => {
    managed.puts.push('put');
    throw new Problem({ status: 409, title: 'Managed elsewhere.' });
  };
  await assert.rejects(toggleServer(wish, managed), /Managed elsewhere/);
  assert.equal(managed.puts.length, 1);
});

test('an answer changes the state only if nothing newer has come', () => {
  const reply = { name: 'notion', enabled: true, changed: true, revision: 'r2' };
  const after = applyReply(someState(), 'r1', reply);
  assert.deepEqual([after.catalog.servers[1]?.enabled, after.catalog.revision], [true, 'r2']);
  const newer = changed((state) => void (state.catalog.revision = 'r3'));
  assert.equal(applyReply(newer, 'r1', reply), newer);
});
