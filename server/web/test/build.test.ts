import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

// npm runs the tests in the package's folder.
const out = mkdtempSync(join(tmpdir(), 'nova-web-'));
execFileSync(process.execPath, ['build.mjs', '--out', out]);
after(() => rmSync(out, { recursive: true }));

const read = (path: string) => readFileSync(join(out, path));
const { files } = JSON.parse(read('manifest.json').toString()) as {
  files: { path: string; content_type: string; immutable: boolean; encodings: { br?: string; gzip?: string } }[];
};
const filesIn = (folder: string): string[] =>
  readdirSync(join(out, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}${entry.name}/`) : [folder + entry.name],
  );
const everything = () => filesIn('').sort();

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

test('what is compressed is the same file, and worth it', () => {
  const packed = files.flatMap(({ path, encodings }) => [
    { path, name: encodings.br, unpack: brotliDecompressSync },
    { path, name: encodings.gzip, unpack: gunzipSync },
  ]);
  for (const { path, name, unpack } of packed) {
    if (!name) continue;
    assert.ok(unpack(read(name)).equals(read(path)), name);
    assert.ok(read(name).length <= read(path).length * 0.9, name);
  }
  for (const { path, encodings } of files.filter(({ path }) => /\.(js|css|html|txt)$/.test(path)))
    assert.deepEqual(encodings, { br: `${path}.br`, gzip: `${path}.gz` });
  const icon = files.find(({ path }) => path === 'favicon.svg');
  assert.deepEqual(icon?.encodings, {}, 'too small to be worth it');
});

test('nothing is there that is not listed', () => {
  const listed = files.flatMap(({ path, encodings }) => [path, ...Object.values(encodings)]);
  assert.deepEqual(everything(), [...listed, 'manifest.json'].sort());
});

test('the same sources make the same files, down to the byte', () => {
  const contents = () => everything().map((path) => ({ path, content: read(path).toString('hex') }));
  const before = contents();
  execFileSync(process.execPath, ['build.mjs', '--out', out]);
  assert.deepEqual(contents(), before);
  // Nothing in it says when or on what it was made (RFC 1952: MTIME, OS).
  for (const { encodings } of files) {
    if (!encodings.gzip) continue;
    const header = read(encodings.gzip);
    assert.equal(header.readUInt32LE(4), 0);
    assert.equal(header[9], 255);
  }
});

test('every colour of the design has its variable, in both themes, with more contrast for who asks', () => {
  const css = files.find(({ path }) => path.endsWith('.css'));
  const text = read(css?.path ?? '').toString();
  // Paper has its own.
  const [screen = ''] = text.split(/@media *print/);
  assert.equal(screen.match(/--color-text-muted: #/g)?.length, 4);
  assert.equal(text.match(/prefers-contrast: *more/g)?.length, 2);
  const used = new Set([...text.matchAll(/var\((--[a-z-]+)\)/g)].map((match) => match[1] ?? ''));
  for (const name of used) assert.ok(text.includes(`${name}: `), `${name} is not in the tokens`);
});

test('the whole page stays small', () => {
  const bytes = files
    .filter(({ path }) => path !== 'licenses.txt')
    .reduce((sum, { path, encodings }) => sum + read(encodings.gzip ?? path).length, 0);
  assert.ok(bytes < 120 * 1024, `${bytes} bytes compressed`);
});

test('the licence of every package in it is there', () => {
  const text = read('licenses.txt').toString();
  for (const name of ['preact', 'marked', 'dompurify', '@tanstack/query-core'])
    assert.ok(text.includes(`\n${name} `), name);
});
