#!/usr/bin/env node
// Prints every event, one JSON object a line, and goes on after a lost connection without a gap.
//
//   follow_events.mjs [how many]

import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws'; // npm install; a browser's own WebSocket cannot send the token in a header.
import { run, token, url } from './nova.mjs';

/** What the WebSocket says from `position` (epoch and seq; empty at first) on, until the connection is lost. */
async function* messages(position) {
  const address = `${url.replace(/^http/, 'ws')}/ws/?${new URLSearchParams(position)}`;
  const socket = new WebSocket(address, { headers: { Authorization: `Bearer ${token()}` } });
  const waiting = [];
  let ended = false;
  let wake = () => {};
  let silence;
  // The server pings every 25 s: after twice that in silence the line is dead.
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), 60_000);
  };
  heard();
  socket.on('ping', heard);
  socket.on('message', (text) => {
    heard();
    waiting.push(JSON.parse(text));
    wake();
  });
  socket.on('error', (error) => console.error(error.message || error.code));
  socket.on('close', () => {
    ended = true;
    wake();
  });
  try {
    while (!ended || waiting.length > 0) {
      if (waiting.length > 0) yield waiting.shift();
      else await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    clearTimeout(silence);
    socket.close();
  }
}

async function* events() {
  let position = {};
  for (let wait = 500; ; wait = Math.min(wait * 2, 30_000)) {
    for await (const message of messages(position)) {
      wait = 500;
      const { epoch, seq } = message.data;
      if (message.type === 'hello') {
        // Where to go on from. After a reconnect what was missed follows by itself.
        if (!position.epoch) position = { epoch, seq };
      } else if (message.type === 'resync') {
        // Too long away, or Nova was started anew: this is the whole state instead.
        position = { epoch, seq };
        yield message;
      } else if ('seq' in message) {
        position.seq = message.seq;
        yield message;
      }
    }
    console.error(`The connection was lost; again in ${wait / 1000} s.`);
    await sleep(wait);
  }
}

await run(async (most = '0') => {
  let count = 0;
  for await (const event of events()) {
    console.log(JSON.stringify(event));
    if (++count === Number(most)) return;
  }
});
