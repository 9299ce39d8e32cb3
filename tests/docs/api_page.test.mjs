// docs/reference/api.md is made from docs/openapi.json, which tests/api holds against the program.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { description, reference, target } from '../../docs/tools/api_reference.mjs';

test('the reference is as the description says', () => {
  assert.ok(
    readFileSync(target, 'utf8') === reference(description()),
    'docs/openapi.json has changed; run: node docs/tools/api_reference.mjs',
  );
});

test('every path and object has its place in it', () => {
  const { paths, components } = description();
  const text = readFileSync(target, 'utf8');
  for (const [path, item] of Object.entries(paths))
    for (const method of Object.keys(item).filter((key) => key !== 'parameters'))
      assert.ok(text.includes(`\n\`${method.toUpperCase()} ${path}\`\n`), `${method} ${path} is missing`);
  for (const name of Object.keys(components.schemas)) assert.ok(text.includes(`\n### ${name}\n`), `${name} is missing`);
});
