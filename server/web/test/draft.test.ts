import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Validation } from '../src/api/texts';
import type { Finding } from '../src/api/types';
import { Draft, Drafts, isDirty, newestRevision } from '../src/model/draft';
import { Checker, type Checked } from '../src/model/validation';

function draftOf(content: string): Draft {
  const draft = new Draft();
  draft.adopt(content, 'r1');
  return draft;
}

test('without a draft the text follows the file', () => {
  const draft = draftOf('one\r\n');
  assert.equal(draft.view.get().text, 'one\n');
  draft.adopt('two\r\n', 'r2');
  assert.equal(draft.view.get().text, 'two\n');
  assert.equal(draft.view.get().theirs, undefined);
  draft.adopt(undefined, '');
  assert.deepEqual([draft.view.get().text, newestRevision(draft.view.get())], ['', '']);
});

test('a draft stays whatever the file does, and the file as it was ends the conflict', () => {
  const draft = draftOf('one\n');
  draft.edit('mine\n');
  draft.adopt('theirs\n', 'r2');
  assert.equal(draft.view.get().text, 'mine\n');
  assert.equal(draft.view.get().theirs?.file.text, 'theirs\n');
  draft.adopt('one\n', 'r1');
  assert.equal(draft.view.get().theirs, undefined);
  assert.ok(isDirty(draft.view.get()));
});

test('the same change in the file settles the draft', () => {
  const draft = draftOf('one\r\n');
  draft.edit('mine\n');
  draft.adopt('mine\n', 'r2');
  const view = draft.view.get();
  assert.deepEqual([isDirty(view), view.theirs, view.base.revision], [false, undefined, 'r2']);
});

test('keep mine: the draft is made from the newest text, endings and all', () => {
  const draft = draftOf('one\n');
  draft.edit('mine\nmore\n');
  draft.adopt('theirs\r\n', 'r2');
  draft.keepMine();
  assert.equal(draft.view.get().theirs, undefined);
  assert.equal(draft.view.get().base.revision, 'r2');
  assert.equal(draft.content(), 'mine\r\nmore\r\n');
});

test('take theirs: undo has the draft again, as a conflict', () => {
  const draft = draftOf('one\n');
  draft.edit('mine\n');
  draft.adopt('theirs\n', 'r2');
  assert.ok(draft.discard());
  assert.equal(draft.view.get().text, 'theirs\n');
  draft.undo();
  const view = draft.view.get();
  assert.deepEqual([view.text, view.theirs?.revision, view.base.revision], ['mine\n', 'r2', 'r1']);
});

test('discarding can be undone until another draft is begun', () => {
  const draft = draftOf('one\n');
  assert.equal(draft.discard(), false);
  draft.edit('mine\n');
  draft.discard();
  assert.equal(draft.view.get().text, 'one\n');
  draft.undo();
  assert.equal(draft.view.get().text, 'mine\n');
  draft.discard();
  draft.edit('another\n');
  draft.undo();
  assert.equal(draft.view.get().text, 'another\n');
});

test('what was typed while it was saved is a draft of what was saved', () => {
  const draft = draftOf('one\n');
  draft.edit('two\n');
  const sent = draft.content();
  draft.edit('two three\n');
  draft.saved(sent, 'r2');
  const view = draft.view.get();
  assert.deepEqual([view.base.file.text, view.base.revision, view.text], ['two\n', 'r2', 'two three\n']);
});

test('what was wrong with a text is old with the next text, another reason is not', () => {
  const draft = draftOf('one\n');
  draft.edit('two\n');
  draft.refused({ words: 'It has errors.', findings: [] });
  draft.edit('three\n');
  assert.equal(draft.view.get().refusal, undefined);
  draft.refused({ words: 'The disk is full.' });
  draft.edit('four\n');
  assert.equal(draft.view.get().refusal?.words, 'The disk is full.');
  // The answer was lost, but what was sent is there.
  draft.adopt('four\n', 'r2');
  assert.equal(draft.view.get().refusal, undefined);
});

test('behind a login form drafts stay and the server’s texts do not', () => {
  const drafts = new Drafts();
  drafts.config.adopt('one\n', 'r1');
  drafts.prompt.adopt('a secret\n', 'p1');
  drafts.config.edit('mine\n');
  assert.deepEqual([...drafts.unsaved.get()], ['config']);
  drafts.forget();
  assert.equal(drafts.config.view.get().text, 'mine\n');
  assert.deepEqual([drafts.prompt.view.get().text, drafts.prompt.view.get().loaded], ['', false]);
  drafts.config.discard();
  assert.equal(drafts.unsaved.get().size, 0);
});

test('the answer to the newest text wins', async () => {
  const asked: { content: string; answer: (validation: Validation) => void; signal: AbortSignal }[] = [];
  const found: Checked[] = [];
  const checker = new Checker(
    (content, signal) => new Promise((answer) => asked.push({ content, answer, signal })),
    (checked) => found.push(checked),
    1,
  );
  const said = (message: string): Validation => ({ valid: false, errors: [{ message } as Finding], warnings: [] });
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((done) => setTimeout(done, 1));
  };

  // Without a rest between them only the last one is asked about.
  checker.touch('a', () => 'a\r');
  checker.touch('ab', () => 'ab\r');
  await until(() => asked.length > 0);
  assert.deepEqual(
    asked.map(({ content }) => content),
    ['ab\r'],
  );
  checker.touch('abc', () => 'abc\r');
  await until(() => asked.length > 1);
  assert.ok(asked[0]?.signal.aborted);
  asked[1]?.answer(said('new'));
  await until(() => found.length > 0);
  asked[0]?.answer(said('old'));
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(
    found.map(({ text, findings }) => [text, findings[0]?.message]),
    [['abc', 'new']],
  );
});
