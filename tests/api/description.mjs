// docs/openapi.json as something to hold answers against.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';

const file = new URL('../../docs/openapi.json', import.meta.url);
const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** What every answer carries, whatever it is about: not worth a line at each. */
const fixedHeaders = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-resource-policy',
];
const framing = ['connection', 'content-length', 'content-type'];

const pointer = (...keys) =>
  '#/' + keys.map((key) => encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
const mediaTypeOf = (headers) => headers.get('content-type')?.split(';')[0];
const isJson = (mediaType) => /[/+]json$/.test(mediaType ?? '');

export class Description {
  #ajv;
  #validators = new Map();

  constructor() {
    this.document = JSON.parse(readFileSync(file, 'utf8'));
    this.#ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
    addFormats(this.#ajv);
    // Strict: a word in a schema that means nothing is an error. These mean something in OpenAPI.
    this.#ajv.addVocabulary([...Object.keys(this.document), 'discriminator', 'example']);
    this.#ajv.addSchema(this.document, 'nova');
    /** Each as { id, method, path, responses, body: the types that it takes, parameters, security }. */
    this.operations = Object.entries(this.document.paths).flatMap(([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => ({
          id: item[method].operationId,
          method: method.toUpperCase(),
          path,
          at: ['paths', path, method],
          body: Object.keys(item[method].requestBody?.content ?? {}),
          parameters: (item[method].parameters ?? []).map((parameter) => this.#resolve(parameter)),
          responses: item[method].responses,
          security: item[method].security,
        })),
    );
  }

  operation(id) {
    const found = this.operations.find((operation) => operation.id === id);
    assert.ok(found, `no operation ${id}`);
    return found;
  }

  /** Each way in which the operation may answer: { status, type }, the type undefined where there is no body. */
  outcomes(operation) {
    return Object.entries(operation.responses).flatMap(([status, response]) => {
      const types = Object.keys(this.#resolve(response).content ?? {});
      return (types.length ? types : [undefined]).map((type) => ({ status: Number(status), type }));
    });
  }

  /** Fails unless `answer` is one that the operation may give, with nothing in it that is not described. */
  checkAnswer(operation, answer) {
    const where = `${operation.method} ${operation.path} ${answer.status}`;
    assert.ok(operation.responses[answer.status], `${where} is not described: ${answer.body}`);
    const response = this.#resolve(operation.responses[answer.status]);
    const at = this.#placeOf(operation.responses[answer.status], [...operation.at, 'responses', answer.status]);
    this.#checkHeaders(response, at, answer, where);
    const type = mediaTypeOf(answer.headers);
    const described = Object.keys(response.content ?? {});
    if (described.length > 0) assert.ok(described.includes(type), `${where} has a body of type ${type}`);
    else assert.equal(answer.body.length, 0, `${where} has a body`);
    if (!isJson(type)) return;
    const value = JSON.parse(answer.body);
    this.#check([...at, 'content', type, 'schema'], value, where);
    if (type !== 'application/problem+json') return;
    assert.equal(value.status, answer.status, where);
    assert.equal(value.request_id, answer.headers.get('x-request-id'), where);
  }

  checkRequestBody(operation, mediaType = 'application/json', value) {
    this.#check([...operation.at, 'requestBody', 'content', mediaType, 'schema'], value, `the body of ${operation.id}`);
  }

  checkSchema(name, value) {
    this.#check(['components', 'schemas', name], value, name);
  }

  #checkHeaders(response, at, answer, where) {
    const described = Object.entries(response.headers ?? {});
    for (const [name, header] of described) {
      const value = answer.headers.get(name.toLowerCase());
      if (value === undefined) assert.ok(!this.#resolve(header).required, `${where} comes without ${name}`);
      else this.#check([...this.#placeOf(header, [...at, 'headers', name]), 'schema'], value, `${name} of ${where}`);
    }
    // The upgrade is answered by the WebSocket's library, which has headers of its own.
    if (answer.status === 101) return;
    const known = [...described.map(([name]) => name.toLowerCase()), ...fixedHeaders, ...framing];
    for (const name of answer.headers.keys()) assert.ok(known.includes(name), `${where} comes with ${name}`);
    for (const name of fixedHeaders) assert.ok(answer.headers.has(name), `${where} comes without ${name}`);
  }

  #check(place, value, what) {
    const key = pointer(...place);
    if (!this.#validators.has(key)) this.#validators.set(key, this.#ajv.compile({ $ref: `nova${key}` }));
    const validate = this.#validators.get(key);
    assert.ok(validate(value), `${what}: ${this.#ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`);
  }

  /** Where the thing is that may stand at `place` or be referred to from there. */
  #placeOf(thing, place) {
    return thing.$ref ? thing.$ref.slice(2).split('/') : place;
  }

  #resolve(thing) {
    return thing.$ref ? this.#placeOf(thing).reduce((node, key) => node[key], this.document) : thing;
  }
}
