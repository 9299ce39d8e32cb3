// Every `sh` block of the documentation, pasted into a shell: page by page, in order, with a real nova-settingsd (and a
// redis-server where the page is about it) at the well-known ports of a network of its own. What cannot be had here has a
// stand-in in stand_ins/, each of which says why.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { blocks, commands, pages, project } from './pages.mjs';

const program = process.env.NOVA_SETTINGSD ?? join(project, 'build/release/bin/nova-settingsd');
const here = ['nova', 'desktop', 'repository'];
/** Blocks that other tests run, by world: a block that nobody runs shows here. */
const elsewhere = { installed: 9, proxy: 3 };

const all = pages().flatMap(commands);

/** What the page's shell runs; before each block it says which one, so that a failure has a place. */
function scriptOf(blocks, scratch) {
  return blocks
    .map((block, index) => {
      const say = `echo '${block.page}:${block.line}' >'${scratch}/at'\n`;
      if (!block.goesOn) return `${say}${block.text}\n`;
      const file = join(scratch, `block-${index}`);
      writeFileSync(file, block.text);
      return `${say}export TOKEN=\${TOKEN:-}; until_it_says_something '${file}'\n`;
    })
    .join('');
}

async function run(world, blocks) {
  const scratch = mkdtempSync(join(tmpdir(), 'nova-docs-'));
  const file = join(scratch, 'script');
  writeFileSync(file, scriptOf(blocks, scratch));
  const unshare = process.getuid() === 0 ? ['--net'] : ['-rn'];
  const child = spawn('unshare', [...unshare, 'bash', join(project, 'tests/docs/world.sh'), world, file, scratch], {
    detached: true, // A group of its own, so that it ends with everything that it started.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NOVA_PROJECT: project,
      NOVA_SETTINGSD: program,
      NOVA_SETTINGS_PROGRAM: process.env.NOVA_SETTINGS ?? program.replace(/d$/, ''),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(child, 'exit');
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 60_000);
  const [code] = await ended;
  clearTimeout(timer);
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
  try {
    if (code !== 0) assert.fail(`the block at ${whereItStopped(scratch)} failed:\n${said}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function whereItStopped(scratch) {
  try {
    return readFileSync(join(scratch, 'at'), 'utf8').trim();
  } catch {
    return 'the beginning, before the first block';
  }
}

test('the commands of each page', { concurrency: 3 }, async (suite) => {
  const runs = [];
  for (const page of new Set(all.map((block) => block.page)))
    for (const world of here) {
      const blocks = all.filter((block) => block.page === page && block.world === world);
      if (blocks.length > 0)
        runs.push(suite.test(`${page}, ${world}: ${blocks.length}`, { concurrency: true }, () => run(world, blocks)));
    }
  await Promise.all(runs);
});

test('what is run elsewhere is known', () => {
  for (const [world, count] of Object.entries(elsewhere)) {
    const found = all.filter((block) => block.world === world);
    assert.equal(found.length, count, `blocks of the world «${world}»: ${found.map(({ page, line }) => `${page}:${line}`)}`);
  }
});

test('what is to be pasted is called sh', () => {
  for (const page of pages())
    for (const { line, language } of blocks(page))
      assert.ok(!['bash', 'shell', 'zsh'].includes(language), `${page}:${line}: «${language}» would not be run`);
});
