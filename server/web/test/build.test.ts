import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

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
  const parts = /^assets\/(?:chunk|\w+_page)-[0-9A-Z]{8}\.js$/;
  assert.ok(files.some(({ path }) => parts.test(path)), 'what only some pages need is not in the first part');
  assert.deepEqual(
    files
      .filter(({ path }) => !parts.test(path))
      .map(({ path }) => path.replace(/^(assets\/.*)-[0-9A-Za-z]{8,10}\./, '$1-HASH.')),
    [
      'assets/app-HASH.js',
      'assets/early-HASH.js',
      'assets/app-HASH.css',
      'index.html',
      'favicon.svg',
      'icon-192.png',
      'icon-512.png',
      'icon-maskable.png',
      'app.webmanifest',
      'sw.js',
      'licenses.txt',
    ],
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
  for (const name of ['assets/app-', 'assets/chunk-', 'app.webmanifest', 'favicon.svg'])
    assert.ok(addresses.some((address) => address.startsWith(`./${name}`)), name);
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
  // A script of a few lines gains less than the headers that would tell of it.
  const worthIt = files.filter(({ path }) => /\.(js|css|html|txt)$/.test(path) && read(path).length >= 512);
  for (const { path, encodings } of worthIt)
    assert.deepEqual(encodings, { br: `${path}.br`, gzip: `${path}.gz` });
  for (const { path, encodings } of files.filter(({ path }) => /\.(png|svg)$/.test(path)))
    assert.deepEqual(encodings, {}, `${path}: not worth it`);
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
  // All that anybody loads who looks at everything; icons are for who installs it, licences for who asks.
  const bytes = files
    .filter(({ path }) => path !== 'licenses.txt' && !path.startsWith('icon-'))
    .reduce((sum, { path, encodings }) => sum + read(encodings.br ?? path).length, 0);
  assert.ok(bytes < 120_000, `${bytes} bytes in brotli`);
});

test('nothing is loaded from elsewhere', () => {
  // Names of XML, examples for people, and where to report a bug of a package: words, never asked for.
  const names =
    /^http:\/\/www\.w3\.org\/|^https?:\/\/(localhost|[^/]*\bexample)\b|^https:\/\/github\.com\/markedjs\/marked\.$/;
  for (const { path } of files.filter(({ path }) => /\.(js|css|html|svg|webmanifest)$/.test(path))) {
    const addresses = read(path).toString().match(/\bhttps?:\/\/[^\s"'`)<>\\]+/g) ?? [];
    assert.deepEqual(addresses.filter((one) => !names.test(one)), [], path);
    assert.doesNotMatch(read(path).toString(), /(?:src|href)="\/\/|url\(["']?\/\//, path);
  }
});

/** Of a PNG: its size, and the colour of a pixel. */
function picture(path: string) {
  const png = read(path);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  const rows = inflateSync(data);
  const pixel = (x: number, y: number) => [...rows.subarray(y * (width * 4 + 1) + 1 + x * 4).subarray(0, 4)];
  return { width, height, pixel };
}

test('the icons are those that the manifest names, and show the diamond', () => {
  const { icons, ...manifest } = JSON.parse(read('app.webmanifest').toString());
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ['./', './', 'standalone']);
  assert.doesNotMatch(read('app.webmanifest').toString() + read('favicon.svg'), /@/, 'every place is filled in');
  const accent = [0x4b, 0x4b, 0xc8, 255];
  type Icon = { src: string; sizes: string; type: string; purpose?: string };
  for (const { src, sizes, type, purpose } of icons as Icon[]) {
    const file = files.find(({ path }) => `./${path}` === src);
    assert.equal(file?.content_type, type, src);
    if (type !== 'image/png') continue;
    const { width, height, pixel } = picture(src);
    assert.equal(`${width}x${height}`, sizes);
    assert.deepEqual(pixel(width / 2, height / 2), [255, 255, 255, 255], 'the diamond');
    assert.deepEqual(pixel(width / 2, Math.round(height * 0.1)), accent, 'around it');
    assert.deepEqual(pixel(0, 0)[3], purpose === 'maskable' ? 255 : 0, 'the corner');
  }
});

test('the service worker knows the files of this very page', () => {
  const worker = read('sw.js').toString();
  for (const { path } of files.filter(({ path }) => path.startsWith('assets/'))) assert.ok(worker.includes(path), path);
  assert.doesNotMatch(worker, /api\/|"\/ws/, 'and nothing of the server’s');
});

test('the licence of every package in it is there', () => {
  const text = read('licenses.txt').toString();
  for (const name of ['preact', 'marked', 'dompurify', '@tanstack/query-core'])
    assert.ok(text.includes(`\n${name} `), name);
});
