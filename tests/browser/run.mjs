// All tests of this folder, two files at a time: a browser and a server wait for each other half of the time.
// Node 18 has no option of its command line for that.

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { tap } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs'))
  .sort()
  .map((name) => join(here, name));

const results = run({ files, concurrency: 2 });
results.on('test:fail', () => (process.exitCode = 1));
results.compose(tap).pipe(process.stdout);
await finished(results);
