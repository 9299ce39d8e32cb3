import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';

// npm runs the tests in the package's folder.
const out = mkdtempSync(join(tmpdir(), 'nova-web-'));
execFileSync(process.execPath, ['build.mjs', '--out', out]);
after(() => rmSync(out, { recursive: true }));

const read = (path: string) => readFileSync(join(out, path));
const { files } = JSON.parse(read('manifest.json').toString()) as {
  files: { path: string; content_type: string; immutable: boolean }[];
};

test('lists every file with its type; only hashed names may be cached for good', () => {
  assert.deepEqual(
    files.map(({ path }) => path.replace(/-[0-9a-f]{10}\./, '-HASH.')),
    ['assets/app-HASH.js', 'assets/app-HASH.css', 'index.html', 'favicon.svg', 'licenses.txt'],
  );
  for (const { path, content_type, immutable } of files) {
    assert.ok(content_type, path);
    assert.equal(immutable, path.startsWith('assets/'), path);
  }
});

test('the page has nothing inline and only relative addresses', () => {
  const page = read('index.html').toString();
  assert.doesNotMatch(page, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
  assert.equal(addresses.length, 3);
  for (const address of addresses) {
    assert.ok(address.startsWith('./'), address);
    assert.ok(
      files.some(({ path }) => `./${path}` === address),
      address,
    );
  }
});

test('the same sources make the same names', () => {
  const names = files.map(({ path }) => path);
  execFileSync(process.execPath, ['build.mjs', '--out', out]);
  const again = JSON.parse(read('manifest.json').toString()) as { files: { path: string }[] };
  assert.deepEqual(
    again.files.map(({ path }) => path),
    names,
  );
});

test('every colour of the design has its variable, in both themes', () => {
  const css = files.find(({ path }) => path.endsWith('.css'));
  const text = read(css?.path ?? '').toString();
  assert.equal(text.match(/--color-text-muted: #/g)?.length, 2);
  const used = new Set([...text.matchAll(/var\((--[a-z-]+)\)/g)].map((match) => match[1] ?? ''));
  for (const name of used) assert.ok(text.includes(`${name}: `), `${name} is not in the tokens`);
});

test('the whole page stays small', () => {
  const bytes = files
    .filter(({ path }) => path !== 'licenses.txt')
    .reduce((sum, { path }) => sum + gzipSync(read(path), { level: 9 }).length, 0);
  assert.ok(bytes < 60 * 1024, `${bytes} bytes compressed`);
});

test('the licence of every package in it is there', () => {
  const text = read('licenses.txt').toString();
  for (const name of ['preact', 'marked', 'dompurify', '@tanstack/query-core'])
    assert.ok(text.includes(`\n${name} `), name);
});
