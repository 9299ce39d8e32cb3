// Measures the web page of a running Nova: node page.mjs PART --port N --token=TOKEN [--times N] [--seconds N]
// Prints a line of JSON for each value: {"id": "page.…", "value": …}.

import { parseArgs } from 'node:util';
import { crowd } from './crowd.mjs';
import { lighthouseScores } from './lighthouse.mjs';
import { load } from './load.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    token: { type: 'string' },
    times: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
  },
});
const parts = { load, crowd, lighthouse: lighthouseScores };
const part = parts[positionals[0]];
if (!part || !values.port || !values.token) {
  console.error('usage: node page.mjs load|crowd|lighthouse --port N --token=TOKEN [--times N] [--seconds N]');
  process.exit(2);
}

const report = (id, value) => console.log(JSON.stringify({ id: `page.${id}`, value }));
await part({
  origin: `http://127.0.0.1:${values.port}`,
  token: values.token,
  times: Number(values.times),
  seconds: Number(values.seconds),
  report,
});
