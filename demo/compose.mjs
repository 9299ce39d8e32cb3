// Stands in for `docker compose` in the demo: `compose.mjs <socket> restart <service>`.

import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const [path, ...request] = process.argv.slice(2);
const socket = connect(path, () => socket.write(`${request.join(' ')}\n`));
process.exitCode = 1; // Unless it is told otherwise.
socket.on('error', (error) => console.error(`Cannot connect to the demo: ${error.message}`));
createInterface({ input: socket }).on('line', (text) => {
  const { line, code } = JSON.parse(text);
  if (line !== undefined) console.error(line); // Where Compose tells how far it is.
  if (code !== undefined) process.exitCode = code;
});
