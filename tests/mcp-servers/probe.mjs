// `nova-settingsd probe`, run as people and scripts do.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { here } from './servers.mjs';

export const program = process.env.NOVA_SETTINGSD ?? join(here, '../../build/release/bin/nova-settingsd');

/** What it prints, its exit code and how long it took. */
export function probe(url, ...options) {
  const begin = Date.now();
  return new Promise((resolve, reject) => {
    execFile(program, ['probe', url, '--json', ...options], { encoding: 'utf8' }, (error, out, problems) => {
      if (error && typeof error.code !== 'number') return reject(error);
      const code = error ? error.code : 0;
      if (!out) return reject(new Error(`probe ended with ${code} and printed nothing: ${problems}`));
      resolve({ code, took: Date.now() - begin, ...JSON.parse(out) });
    });
  });
}
