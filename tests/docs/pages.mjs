// The pages of the documentation: which there are, and what is in them.
//
//   node tests/docs/pages.mjs WORLD [PAGE]     prints the commands of that world, for other tests that run them

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the commands of a block can run, and who runs them. */
export const worlds = {
  nova: 'a Nova runs on the example files at port 8765; the current folder is its root',
  repository: 'the current folder is a clone of the repository',
  desktop: 'as nova, on a computer with a screen',
  installed: 'a clean Debian with the packages at hand; run by the test of the packages',
  proxy: 'a reverse proxy before a Nova; run by the test of the fleet',
};

/** Paths of all pages, from the project's folder. */
export function pages() {
  const found = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(path);
      else if (entry.name.endsWith('.md')) found.push(relative(project, path));
    }
  };
  walk(join(project, 'docs'));
  return found.sort();
}

/** A page without its blocks of code: for what is said in its sentences. */
export function prose(text) {
  return text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
}

/**
 * The blocks of code: { page, line, language, text, world, goesOn }. A line `<!-- world: NAME -->` above a block says where
 * it runs; with `, until Ctrl+C` behind the name, that it does not end by itself.
 */
export function blocks(page, text = readFileSync(join(project, page), 'utf8')) {
  const found = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const opening = /^( *)```(\S*)/.exec(lines[at]);
    if (!opening) continue;
    const [, indent, language] = opening;
    let end = at + 1;
    while (end < lines.length && lines[end] !== `${indent}\`\`\``) end++;
    if (end === lines.length) throw new Error(`${page}:${at + 1}: this block does not end`);
    const above = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
    const marker = /^\s*<!-- world: ([a-z]+)(, until Ctrl\+C)? -->$/.exec(above);
    if (above.includes('<!-- world') && !marker) throw new Error(`${page}:${at}: «${above}» is no marker of a world`);
    const world = marker?.[1] ?? 'nova';
    if (!(world in worlds)) throw new Error(`${page}:${at}: there is no world «${world}»`);
    const body = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
    found.push({ page, line: at + 1, language, world, goesOn: !!marker?.[2], text: body.join('\n') });
    at = end;
  }
  return found;
}

/** The blocks that people paste into a shell. */
export const commands = (page) => blocks(page).filter(({ language }) => language === 'sh');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [world, only] = process.argv.slice(2);
  for (const page of only ? [only] : pages())
    for (const block of commands(page)) if (block.world === world) console.log(block.text);
}
