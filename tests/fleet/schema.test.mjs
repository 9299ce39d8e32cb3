// The manifest against the types of Kubernetes' API: a field that is misspelt or in the wrong place would be refused, or,
// worse, be left out without a word.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { project } from './children.mjs';
import { readManifest } from './manifest.mjs';

/** What the compiler says of these objects, each written as one of its type. */
function complaints(objects) {
  const text = objects
    .map((object, index) => {
      const from = object.apiVersion.includes('/') ? object.apiVersion : `core/${object.apiVersion}`;
      return `import type { ${object.kind} as Type${index} } from 'kubernetes-types/${from}';
export const object${index}: Type${index} = ${JSON.stringify(object, null, 1)};`;
    })
    .join('\n');
  const path = join(project, 'tests/fleet/manifest.ts'); // There is no such file; from there the types are found.
  const options = { strict: true, noEmit: true, types: [], skipLibCheck: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Node10 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...others) =>
    name === path ? ts.createSourceFile(path, text, ts.ScriptTarget.ESNext) : getSourceFile.call(host, name, ...others);
  host.fileExists = (name) => name === path || fileExists.call(host, name);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('every field of the manifest is one of Kubernetes', () => {
  assert.deepEqual(complaints(readManifest()), []);
});

test('one that is not is found', () => {
  const objects = readManifest();
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  deployment.spec.template.spec.containers[0].securityContext.readOnlyRootFileSystem = true;
  const found = complaints(objects);
  assert.equal(found.length, 1);
  assert.match(found[0], /readOnlyRootFileSystem/);
});
