// packaging/kubernetes/nova-settings.yaml and packaging/Dockerfile, as the tests go by them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { project } from './children.mjs';

/** Every object of the manifest. A mistake in it is an error. */
export function readManifest(path = join(project, 'packaging/kubernetes/nova-settings.yaml')) {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), { uniqueKeys: true });
  return documents.map((document) => {
    if (document.errors.length) throw document.errors[0];
    return document.toJS();
  });
}

export function only(objects, kind, name) {
  const found = objects.filter((object) => object.kind === kind && (!name || object.metadata.name === name));
  if (found.length !== 1) throw new Error(`${found.length} of ${kind} ${name ?? ''}`);
  return found[0];
}

/** The instructions of a Dockerfile, as { stage, keyword, text }: whole, without comments and line ends. */
export function readDockerfile(path = join(project, 'packaging/Dockerfile')) {
  const text = readFileSync(path, 'utf8').replace(/^#.*\n/gm, '').replace(/\\\n/g, ' ');
  let stage = '';
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [, keyword, rest] = /^([A-Z]+)\s+(.*)$/.exec(line.trim());
      if (keyword === 'FROM') stage = / AS (\S+)$/.exec(rest)?.[1] ?? rest;
      return { stage, keyword, text: rest.replace(/\s+/g, ' ') };
    });
}

/** What the image says about running it: { entrypoint, env, user, healthcheck }. */
export function readImage(instructions = readDockerfile()) {
  const last = (keyword) => instructions.findLast(({ stage, keyword: word }) => stage === 'nova' && word === keyword).text;
  const env = instructions.filter(({ stage, keyword }) => stage === 'nova' && keyword === 'ENV');
  return {
    entrypoint: JSON.parse(last('ENTRYPOINT')),
    env: Object.fromEntries(env.flatMap(({ text }) => text.split(' ').map((pair) => pair.split('=')))),
    user: last('USER').split(':').map(Number),
    healthcheck: JSON.parse(last('HEALTHCHECK').replace(/^.*? CMD /, '')),
  };
}
