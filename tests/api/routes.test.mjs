// Every operation of the description, brought to every answer that is described for it by the real program; and what
// comes back has nothing in it that is not described.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Description } from './description.mjs';
import { refusalsOf, refusingStatuses } from './refusals.mjs';
import { requests } from './requests.mjs';
import { World } from './world.mjs';

const description = new Description();
const operations = (id) => description.operation(id);
const outcomeOf = ({ status, type }) => `${status} ${type ?? 'without a body'}`;
const typeOf = (answer) => answer.headers.get('content-type')?.split(';')[0];
let world;

before(async () => {
  world = await World.start();
});
after(() => world?.stop());

for (const operation of description.operations) {
  const reached = new Set();
  const take = (answer) => {
    description.checkAnswer(operation, answer);
    reached.add(outcomeOf({ status: answer.status, type: typeOf(answer) }));
  };
  const ways = requests[operation.id] ?? [];

  test(`${operation.id} succeeds`, async () => {
    assert.ok(ways.length > 0, 'no request of this suite calls it');
    for (const make of ways) {
      const request = await make(world, operations);
      // What is meant to succeed has to be what the description asks for.
      if (request.json !== undefined) description.checkRequestBody(operation, request.type, request.json);
      const answer = await world.call(operation, request);
      assert.ok(answer.status < 300, `${answer.status} ${answer.body}`);
      take(answer);
    }
  });

  for (const status of refusingStatuses(operation)) {
    test(`${operation.id} answers ${status}`, async () => {
      const refusals = refusalsOf(operation, status);
      assert.ok(refusals.length > 0, 'no request of this suite leads to it');
      for (const refusal of refusals) {
        const answer = await refusal(world, operation, await ways[0](world, operations), operations, ways[0]);
        assert.equal(answer.status, status, String(answer.body));
        take(answer);
      }
    });
  }

  test(`${operation.id} gives every type of body`, () => {
    assert.deepEqual([...reached].sort(), description.outcomes(operation).map(outcomeOf).sort());
  });
}
