#!/usr/bin/env node
// Tells Nova how many tasks there are, or of one: shows up in every window and on every page.
//
//   report_tasks.mjs pending=3 running=1 completed=9
//   report_tasks.mjs task-17 running "Tidy up the inbox"

import { call, run } from './nova.mjs';

await run(async (...words) => {
  if (words.length === 0) throw new Error('Usage: report_tasks.mjs pending=3 running=1, or ID STATUS TITLE');
  const areCounts = words.every((word) => word.includes('='));
  const [id, status, ...title] = words;
  const data = areCounts
    ? { counts: Object.fromEntries(words.map((word) => word.split('=')).map(([name, count]) => [name, Number(count)])) }
    : { task: { id, status, title: title.join(' ') } };
  const { value } = await call('POST', '/ws/broadcast', { body: { type: 'task_updated', data } });
  console.log(`event ${value.seq}, delivered to ${value.delivered}`);
});
