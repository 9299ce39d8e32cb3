// That the pages of the documentation hold together: what they point to is there, and each is reached from the first.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { pages, project, prose } from './pages.mjs';

const texts = new Map(pages().map((page) => [page, readFileSync(join(project, page), 'utf8')]));

/** The anchors that a page's headings have, as forges make them. */
function anchors(text) {
  const seen = new Map();
  return new Set(
    [...prose(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
      const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times ? `${anchor}-${times}` : anchor;
    }),
  );
}

/** { target, isPicture } of each link; code is none. */
function links(text) {
  const words = prose(text).replace(/`[^`\n]*`/g, '');
  const found = [...words.matchAll(/(!?)\[(?:[^[\]]|\[[^\]]*\]\([^)]*\))*\]\(([^)\s]+)\)/g)];
  const tags = [...words.matchAll(/<img src=(")([^"]+)"/g)].map(([, , target]) => ({ target, isPicture: true }));
  const inside = [...words.matchAll(/(!)\[[^\]]*\]\(([^)\s]+)\)/g)];
  return [...tags, ...[...found, ...inside].map(([, mark, target]) => ({ target, isPicture: mark === '!' }))];
}

const isElsewhere = (target) => /^[a-z]+:/.test(target);

/** Where a link of a page leads, from the project's folder, and the anchor there. */
function resolve(page, target) {
  const [path, anchor] = target.split('#');
  return { path: path ? normalize(join(dirname(page), path)) : page, anchor };
}

for (const [page, text] of texts)
  test(`the links of ${page}`, () => {
    for (const { target, isPicture } of links(text)) {
      if (isElsewhere(target)) continue;
      const { path, anchor } = resolve(page, target);
      assert.ok(existsSync(join(project, path)), `${target}: there is no ${path}`);
      if (anchor !== undefined) {
        assert.ok(path.endsWith('.md'), `${target} names a place in what is no page`);
        assert.ok(anchors(texts.get(path) ?? '').has(anchor), `${target}: ${path} has no heading «${anchor}»`);
      }
      if (isPicture) {
        const head = readFileSync(join(project, path)).subarray(1, 4).toString();
        assert.equal(head, 'PNG', `${path} is no picture`);
        assert.ok(statSync(join(project, path)).size <= 170_000, `${path} is too large to be looked at over a slow line`);
      }
    }
  });

test('every page is reached from docs/README.md', () => {
  const reached = new Set(['docs/README.md']);
  for (const page of reached)
    for (const { target } of links(texts.get(page) ?? ''))
      if (!isElsewhere(target) && resolve(page, target).path.endsWith('.md')) reached.add(resolve(page, target).path);
  assert.deepEqual(
    [...texts.keys()].filter((page) => !reached.has(page)),
    [],
  );
});

test('every setting that is named exists', () => {
  const listed = texts.get('docs/reference/settings.md');
  const names = new Set([...listed.matchAll(/`([a-z]+\.[a-z_]+)`/g)].map(([, name]) => name));
  const groups = [...new Set([...names].map((name) => name.split('.')[0]))];
  const spoken = new RegExp(`\`((?:${groups.join('|')})\\.[a-z_]+)(?:: [^\`]*)?\``, 'g');
  const variables = new Set([...names].map((name) => `NOVA_${name.toUpperCase().replace('.', '_')}`));
  for (const [page, text] of texts) {
    for (const [, name] of text.matchAll(spoken))
      assert.ok(names.has(name) || /\.(ya?ml|json|js|md)$/.test(name), `${page} names «${name}», which is no setting`);
    for (const [name] of text.matchAll(/NOVA_(?:SERVER|REDIS|WATCH|HEALTH|RESTART|BACKUPS|LOG|DESKTOP)_[A-Z_]+/g))
      assert.ok(variables.has(name), `${page} names «${name}», which is no variable of a setting`);
  }
});

test('every test that SECURITY.md names exists', () => {
  for (const [, path] of texts.get('SECURITY.md').matchAll(/`(tests\/[^`]+)`/g))
    assert.ok(existsSync(join(project, path)), `there is no ${path}`);
});
