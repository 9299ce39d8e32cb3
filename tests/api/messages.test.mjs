// What goes over the WebSocket, held against the schemas that the description has for it.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { Description } from './description.mjs';
import { requests } from './requests.mjs';
import { World } from './world.mjs';

const description = new Description();
const operations = (id) => description.operation(id);
const { schemas } = description.document.components;
let world;

before(async () => {
  world = await World.start();
});
after(() => world?.stop());

/** The fields that the data of an event of this type may have. */
function fieldsOf(type) {
  const name = Object.keys(schemas).find((key) => schemas[key].properties?.type?.const === type);
  return Object.keys(schemas[`${name}Data`].properties);
}

/** A client that holds whatever comes against the description. */
class Listener {
  #messages = [];
  #failure;
  #wake = () => {};

  static async connect(query = '') {
    const listener = new Listener();
    const headers = { Authorization: `Bearer ${world.token}` };
    listener.socket = new WebSocket(`ws://${world.host}/ws/${query}`, { headers });
    listener.socket.on('message', (text) => listener.#take(JSON.parse(text)));
    await once(listener.socket, 'open');
    return listener;
  }

  say(message) {
    description.checkSchema('ClientMessage', message);
    this.socket.send(JSON.stringify(message));
  }

  /** The next message of that type; those before it are passed over. */
  async next(type) {
    const deadline = Date.now() + 10_000;
    for (;;) {
      if (this.#failure) throw this.#failure;
      const at = this.#messages.findIndex((message) => message.type === type);
      if (at >= 0) return this.#messages.splice(0, at + 1).pop();
      const left = deadline - Date.now();
      assert.ok(left > 0, `no ${type} came`);
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => resolve(clearTimeout(timer));
      });
    }
  }

  #take(message) {
    try {
      description.checkSchema('ServerMessage', message);
      // Other programs may say more than is described; this one may not.
      if (message.source && message.data.origin !== 'remote')
        for (const field of Object.keys(message.data))
          assert.ok(fieldsOf(message.type).includes(field), `${message.type} has the field ${field}`);
      this.#messages.push(message);
    } catch (error) {
      this.#failure = error;
    }
    this.#wake();
  }
}

test('hello, ping, errors', async () => {
  const listener = await Listener.connect();
  await listener.next('hello');
  listener.say({ type: 'ping' });
  await listener.next('pong');
  listener.socket.send('nonsense');
  await listener.next('error');
  listener.say({ type: 'subscribe', data: { types: ['prompt_updated'] } });
  listener.socket.send(JSON.stringify({ type: 'subscribe', data: { types: ['gossip'] } }));
  await listener.next('error');
  listener.socket.close();
});

test('events of Nova itself', async () => {
  const listener = await Listener.connect();
  const change = async (id, request) => world.succeed(operations(id), request);
  await change('toggleServer', { params: { name: 'gmail' } });
  await listener.next('mcp_toggled');
  await change('changeServer', { params: { name: 'gmail' }, json: { description: 'Mail', enabled: false } });
  const validated = await listener.next('config_validated');
  assert.equal(validated.data.changes[0].change, 'modified');
  assert.ok(validated.data.backup_id);
  await change('replacePrompt', { headers: { 'If-Match': '*' }, json: { content: 'You are Nova.\n' } });
  assert.equal((await listener.next('prompt_updated')).data.content, 'You are Nova.\n');
  const long = 'You are Nova.\n'.repeat(10_000);
  await change('replacePrompt', { headers: { 'If-Match': '*' }, json: { content: long } });
  assert.equal((await listener.next('prompt_updated')).data.content_url, '/api/prompt');
  world.nova.writeCatalog('gmail: [');
  assert.ok((await listener.next('config_validated')).data.errors.length > 0);
  listener.socket.close();
});

test('events of others, with more than is described', async () => {
  const listener = await Listener.connect();
  for (const make of requests.broadcast) {
    const { json } = make();
    const sent = await world.succeed(operations('broadcast'), { json: { ...json, data: { ...json.data } } });
    const event = await listener.next(json.type);
    assert.equal(event.id, sent.id);
  }
  const { connections } = await world.succeed(operations('listConnections'));
  assert.ok(connections.length > 0);
  description.checkAnswer(operations('listConnections'), await world.call(operations('listConnections')));
  listener.socket.close();
});

test('what was missed', async () => {
  const { epoch } = await world.succeed(operations('getState'));
  const resumed = await Listener.connect(`?epoch=${epoch}&seq=0`);
  await resumed.next('mcp_toggled');
  resumed.socket.close();
  const lost = await Listener.connect('?epoch=another&seq=1');
  await lost.next('resync');
  lost.socket.close();
});

test('a stranger is told by close code 4401', async () => {
  const socket = new WebSocket(`ws://${world.host}/ws/`);
  const [code] = await once(socket, 'close');
  assert.equal(code, 4401);
});
