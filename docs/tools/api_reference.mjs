// Makes docs/reference/api.md from docs/openapi.json. tests/docs looks whether it is as this makes it.
//
//   node docs/tools/api_reference.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('..', import.meta.url);
export const target = fileURLToPath(new URL('reference/api.md', folder));

const methods = ['get', 'post', 'put', 'patch', 'delete'];
/** What nearly every path may answer is said once. */
const everywhere = ['400', '401', '403', '413', '421', '429', '431'];

class Reference {
  constructor(document) {
    this.document = document;
    this.lines = [];
  }

  text() {
    const { info, tags, paths, components } = this.document;
    this.say(`# API`, ``, `<!-- Made from docs/openapi.json by docs/tools/api_reference.mjs. -->`, ``);
    this.say(
      'Every path with its parameters, bodies and answers, as the program describes itself at `GET /api/openapi.json`. [HTTP](http.md) is the short form with the rules behind it,',
      '[examples](../examples/README.md) are programs to begin with, and [events](events.md) tells what comes over the WebSocket.',
      ``,
      info.description,
      ``,
      'The examples want the token:',
      ``,
      '```sh',
      'TOKEN=$(nova-settingsd token)',
      '```',
      ``,
    );
    this.say('## Answers that every path may give', '', '| status | when |', '| --- | --- |');
    for (const [status, name] of Object.entries({
      400: 'BadRequest',
      401: 'Unauthorized',
      403: 'ForbiddenWrite',
      413: 'TooLarge',
      421: 'Misdirected',
      429: 'TooManyTries',
      431: 'HeadTooLarge',
    }))
      this.say(`| ${status} | ${cell(components.responses[name].description)} |`);
    this.say('');
    for (const tag of tags) {
      // Not the tag's name: objects are called like that, and links go to them.
      this.say(`## ${tag.description.replace(/\.$/, '')}`, ``);
      for (const [path, item] of Object.entries(paths))
        for (const method of methods)
          if (item[method]?.tags.includes(tag.name)) this.operation(path, method, item[method]);
    }
    this.say('## Objects', '');
    for (const [name, schema] of Object.entries(components.schemas)) this.object(name, schema);
    return `${this.lines.join('\n').trimEnd()}\n`;
  }

  say(...lines) {
    this.lines.push(...lines);
  }

  resolve(value) {
    if (!value?.$ref) return value;
    return value.$ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key], this.document);
  }

  operation(path, method, operation) {
    this.say(`### ${operation.summary}`, ``, `\`${method.toUpperCase()} ${path}\``, ``);
    const notes = [operation.description, operation.security?.length === 0 && 'Wants no token.'].filter(Boolean);
    if (notes.length) this.say(notes.join(' '), '');
    this.parameters(operation);
    this.body(operation);
    this.say('```sh', this.curl(path, method, operation), '```', '');
    this.answers(operation);
  }

  parameters(operation) {
    const parameters = (operation.parameters ?? []).map((parameter) => this.resolve(parameter));
    if (parameters.length === 0) return;
    this.say('| parameter | in | what |', '| --- | --- | --- |');
    for (const { name, in: place, required, description, schema } of parameters) {
      const notes = [required ? '' : 'Optional.', description ?? '', this.limits(schema)];
      this.say(`| \`${name}\` | ${place} | ${cell(notes.filter(Boolean).join(' '))} |`);
    }
    this.say('');
  }

  body(operation) {
    const content = operation.requestBody && this.resolve(operation.requestBody).content;
    if (!content) return;
    const kinds = Object.entries(content).map(
      ([type, { schema }]) => `\`${type}\`${type === 'application/json' ? ` (${this.kind(schema)})` : ''}`,
    );
    this.say(`Body: ${kinds.join(', or ')}.`, '');
  }

  answers(operation) {
    this.say('| status | what |', '| --- | --- |');
    const examples = [];
    for (const [status, given] of Object.entries(operation.responses)) {
      if (everywhere.includes(status)) continue;
      const answer = this.resolve(given);
      const json = answer.content?.['application/json'];
      this.say(`| ${status} | ${cell(answer.description)}${json?.schema?.$ref ? ` ${this.kind(json.schema)}` : ''} |`);
      const example = json?.example ?? Object.values(json?.examples ?? {})[0]?.value;
      if (example !== undefined && status < 300) examples.push(example);
    }
    this.say('');
    for (const example of examples) {
      const text = JSON.stringify(example, null, 2);
      if (text.split('\n').length <= 40) this.say('```json', text, '```', '');
    }
  }

  curl(path, method, operation) {
    const words = ['curl -s'];
    if (method !== 'get') words.push(`-X ${method.toUpperCase()}`);
    if (operation.security?.length !== 0) words.push('-H "Authorization: Bearer $TOKEN"');
    const query = [];
    let address = path;
    for (const given of operation.parameters ?? []) {
      const { name, in: place, required, example, schema } = this.resolve(given);
      const value = example ?? this.resolve(schema)?.example ?? this.resolve(schema)?.examples?.[0] ?? name.toUpperCase();
      if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
      if (place === 'query' && required) query.push(`${name}=${encodeURIComponent(value)}`);
      if (place === 'header' && required) words.push(`-H 'If-Match: *'`);
    }
    const json = operation.requestBody && this.resolve(operation.requestBody).content['application/json'];
    const example = json?.example ?? Object.values(json?.examples ?? {})[0]?.value;
    if (example !== undefined) {
      words.push(`-H 'Content-Type: application/json'`);
      words.push(`\\\n  -d '${JSON.stringify(example).replaceAll("'", `'\\''`)}'`);
    }
    const url = `http://127.0.0.1:8765${address}${query.length ? `?${query.join('&')}` : ''}`;
    words.push(query.length ? `'${url}'` : url);
    return words.join(' ').replaceAll(' \\\n', ' \\\n');
  }

  object(name, schema) {
    this.say(`### ${name}`, '');
    if (schema.description) this.say(schema.description, '');
    const fields = Object.entries(schema.properties ?? {});
    if (fields.length === 0) {
      this.say(`${sentence(this.kind(schema, true))}`, '');
      return;
    }
    this.say('| field | kind | what |', '| --- | --- | --- |');
    for (const [field, one] of fields) {
      const notes = [schema.required?.includes(field) ? '' : 'Optional.', one.description ?? '', this.limits(one)];
      this.say(`| \`${field}\` | ${cell(this.kind(one))} | ${cell(notes.filter(Boolean).join(' '))} |`);
    }
    this.say('');
  }

  /** A schema in a few words; one that has a name is a link. */
  kind(schema, isItself = false) {
    if (schema.$ref) {
      const name = schema.$ref.split('/').pop();
      return `[${name}](#${name.toLowerCase()})`;
    }
    const several = schema.oneOf ?? schema.anyOf;
    if (several) return [...new Set(several.map((one) => this.kind(one)))].join(' or ');
    if (schema.allOf) return schema.allOf.map((one) => this.kind(one)).join(' with ');
    if ('const' in schema) return `\`${JSON.stringify(schema.const)}\``;
    if (schema.enum) return schema.enum.map((one) => `\`${JSON.stringify(one)}\``).join(', ');
    if (schema.type === 'array') return `list of ${schema.items ? this.kind(schema.items) : 'anything'}`;
    if (schema.type === 'object' && schema.additionalProperties?.type) return `object of ${this.kind(schema.additionalProperties)}`;
    if (schema.type === 'object' && schema.properties && !isItself)
      return `object: ${Object.entries(schema.properties)
        .map(([field, one]) => `\`${field}\` ${this.kind(one)}`)
        .join(', ')}`;
    return [schema.type ?? 'anything'].flat().join(' or ') + (schema.format ? ` (${schema.format})` : '');
  }

  limits(schema) {
    const { minimum, maximum, maxLength, maxItems, default: usual } = schema ?? {};
    const said = [];
    if (minimum !== undefined && maximum !== undefined) said.push(`${minimum} to ${maximum}.`);
    else if (minimum > 0) said.push(`At least ${minimum}.`);
    if (maxLength !== undefined) said.push(`At most ${maxLength} characters.`);
    if (maxItems !== undefined) said.push(`At most ${maxItems}.`);
    if (usual !== undefined) said.push(`\`${JSON.stringify(usual)}\` where it is left out.`);
    return said.join(' ');
  }
}

const cell = (text) => (text ?? '').trim().replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;

/** The page for that description. */
export function reference(document) {
  return new Reference(document).text();
}

export function description() {
  return JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, reference(description()));
