// Bundles the test files (TypeScript) and runs them with node's own test runner.

import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const names = (await readdir(here)).filter((name) => name.endsWith('.test.ts'));

// Inside node_modules, so that what the tests import is found and nothing is left lying about in the tree.
const folder = await mkdtemp(join(here, '../node_modules/.tests-'));
let status = 1;
try {
  await esbuild.build({
    absWorkingDir: join(here, '..'),
    entryPoints: names.map((name) => join('test', name)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node18',
    packages: 'external',
    sourcemap: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  const files = names.map((name) => join(folder, name.replace(/\.ts$/, '.mjs')));
  status = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(status);
