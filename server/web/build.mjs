// Builds the web page: `node build.mjs --out DIR [--tokens FILE] [--dev]`.
//
// DIR then holds index.html, what makes an application of it (app.webmanifest, icons, the service worker sw.js),
// licenses.txt and assets/ with hashed names, compressed ones beside those where that is worth it, and manifest.json, which
// lists every file with its content type, whether it may be cached for good, and its compressed forms. Nothing is inline
// and every address is relative, so the page lives under a strict Content-Security-Policy and behind any path prefix.

import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants as zlib, gzipSync } from 'node:zlib';
import esbuild from 'esbuild';
import { iconPng, iconSvg } from './icons.mjs';
import { tokensToCss } from './tokens.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    tokens: { type: 'string', default: join(here, '../../design/tokens.json') },
    dev: { type: 'boolean', default: false },
  },
});
if (!options.out) {
  console.error('usage: node build.mjs --out DIR [--tokens FILE] [--dev]');
  process.exit(2);
}
const out = resolve(options.out);
const tokens = JSON.parse(await readFile(options.tokens, 'utf8'));

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** Everything written so far, in the order of writing. */
const files = [];

/** By the name that HTTP has for each, with the ending of its files. The same bytes come out for the same bytes. */
const codings = {
  br: {
    ending: '.br',
    encode: (bytes) =>
      brotliCompressSync(bytes, {
        params: { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
  },
  gzip: {
    ending: '.gz',
    encode: (bytes) => {
      const packed = gzipSync(bytes, { level: 9 });
      packed[9] = 255; // RFC 1952: made on a system unknown. Otherwise it would differ between systems.
      return packed;
    },
  },
};

/** A tenth at least, and more than the headers that tell of it take. */
const isWorthIt = (packed, plain) => plain.length - packed.length >= Math.max(plain.length / 10, 128);

async function putPacked(path, content) {
  const bytes = Buffer.from(content);
  const encodings = {};
  for (const [coding, { ending, encode }] of Object.entries(codings)) {
    const packed = encode(bytes);
    if (!isWorthIt(packed, bytes)) continue;
    encodings[coding] = path + ending;
    await writeFile(join(out, path + ending), packed);
  }
  return encodings;
}

async function put(path, content, immutable = false) {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), content);
  const encodings = path.endsWith('.png') ? {} : await putPacked(path, content);
  files.push({ path, content_type: contentTypes[path.slice(path.lastIndexOf('.'))], immutable, encodings });
}

const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 10);

async function putHashed(name, extension, content) {
  const path = `assets/${name}-${hashOf(content)}${extension}`;
  await put(path, content, true);
  return path;
}

async function bundle(entryPoints, { define = {}, ...others } = {}) {
  const result = await esbuild.build({
    absWorkingDir: here,
    entryPoints,
    outdir: 'assets',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2022'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: !options.dev,
    sourcemap: options.dev ? 'inline' : false,
    legalComments: 'none', // They are in licenses.txt, in full.
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': options.dev ? '"development"' : '"production"', ...define },
    ...others,
  });
  const { inputs, outputs } = result.metafile;
  return { files: result.outputFiles, content: result.outputFiles[0].contents, inputs: Object.keys(inputs), outputs };
}

/** The script in parts, each under a name that changes with it: what is needed first, and what some pages need. */
async function putScript() {
  const names = { entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', splitting: true };
  const { files, inputs, outputs } = await bundle({ app: 'src/main.tsx' }, names);
  const parts = [];
  for (const { path, contents } of files) {
    parts.push(relative(here, path));
    await put(parts.at(-1), contents, true);
  }
  const first = parts.find((path) => outputs[path].entryPoint === 'src/main.tsx');
  // What it imports at once: the page names it as well, so that it does not come one after the other.
  const beside = new Set([first]);
  for (const path of beside)
    for (const { path: other, kind } of outputs[path].imports) if (kind === 'import-statement') beside.add(other);
  beside.delete(first);
  return { first, beside: [...beside], parts, inputs };
}

/** The licence of every package that went into the page. */
async function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.add(match[1]);
  }
  const parts = [];
  for (const name of [...packages].sort()) {
    const folder = join(here, 'node_modules', name);
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    let text = `(${license})\n`;
    for (const file of ['LICENSE', 'LICENSE.md', 'license']) {
      const found = await readFile(join(folder, file), 'utf8').catch(() => undefined);
      if (found) {
        text = found;
        break;
      }
    }
    parts.push(`${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n${text.trim()}\n`);
  }
  return `The web page of Nova Settings contains these packages.\n\n${parts.join('\n\n')}`;
}

await rm(out, { recursive: true, force: true });
const script = await putScript();
const early = await bundle(['src/early.ts'], { format: 'iife' });
const earlyScript = await putHashed('early', '.js', early.content);
const style = await bundle(['src/styles/index.css']);
const css = await putHashed('app', '.css', tokensToCss(tokens) + Buffer.from(style.content).toString('utf8'));

const { light, dark } = tokens.color;
const page = (await readFile(join(here, 'static/index.html'), 'utf8'))
  .replace('@EARLY_JS@', earlyScript)
  .replace('@APP_JS@', script.first)
  .replace('@BESIDE@', script.beside.map((path) => `\n    <link rel="modulepreload" href="./${path}" />`).join(''))
  .replace('@APP_CSS@', css)
  .replace('@LIGHT@', light.background)
  .replace('@DARK@', dark.background);
await put('index.html', page);

const icons = {
  'favicon.svg': iconSvg(light.accent),
  'icon-192.png': iconPng(192, light.accent),
  'icon-512.png': iconPng(512, light.accent),
  'icon-maskable.png': iconPng(512, light.accent, true),
};
for (const [path, content] of Object.entries(icons)) await put(path, content);
const manifest = (await readFile(join(here, 'static/app.webmanifest'), 'utf8')).replaceAll('@LIGHT@', light.background);
await put('app.webmanifest', manifest);

// What the browser keeps so that the page opens without the server. Another version is another set of files.
const named = [script.first, css];
const shell = [...script.parts, earlyScript, css, 'favicon.svg', 'app.webmanifest'];
const version = hashOf([page, ...shell, icons['favicon.svg'], manifest].join('\n'));
const worker = await bundle(['src/offline/worker.ts'], { define: { SHELL: JSON.stringify({ version, named, files: shell }) } });
await put('sw.js', worker.content);

await put('licenses.txt', await licences(script.inputs));
await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ files }, null, 2)}\n`);
