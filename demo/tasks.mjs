// A trickle of tasks, as the agents of a busy team would tell them: POST /ws/broadcast with Nova's token.

import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

const interval = 2_500;

// How long a task waits and works, and how often a new one comes, in turns.
const waits = 2;
const works = 4;
const period = 2;
const failing = 6; // Every sixth one does.

const titles = [
  'Sum up the notes of the meeting',
  'Find a slot for the review',
  'Sort the new tickets',
  'Draft the answer to the landlord',
  'Compare three offers for the printer',
  'Write the minutes into the wiki',
  'Look up trains for Thursday',
  'Tag the photos of the summer party',
];

/** What changes in a turn. Pure. */
export function changes(turn) {
  const found = [];
  const begun = (age, status) => {
    const number = (turn - age) / period;
    if (number < 0 || !Number.isInteger(number)) return;
    const word = status === 'completed' && number % failing === failing - 1 ? 'failed' : status;
    found.push({ id: `demo-${number + 1}`, status: word, title: titles[number % titles.length] });
  };
  begun(waits + works, 'completed');
  begun(waits, 'running');
  begun(0, 'pending');
  return found;
}

function broadcast(port, token, task) {
  const body = JSON.stringify({ type: 'task_updated', data: { task } });
  return new Promise((resolve, reject) => {
    const post = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/ws/broadcast',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
        timeout: interval,
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode === 200));
      },
    );
    post.on('timeout', () => post.destroy(new Error('no answer')));
    post.on('error', reject);
    post.end(body);
  });
}

/** Tells tasks to the Nova at `port` whose token is in `tokenFile`, once it is there, until `signal` ends that. */
export async function trickle(port, tokenFile, signal) {
  for (let turn = 0; !signal.aborted; ) {
    await setTimeout(interval, undefined, { signal }).catch(() => {});
    try {
      const token = readFileSync(tokenFile, 'utf8').trim();
      for (const task of changes(turn)) if (!(await broadcast(port, token, task))) throw new Error('refused');
      turn += 1;
    } catch {
      // Nova is not there yet, or no longer: the same turn comes again.
    }
  }
}
