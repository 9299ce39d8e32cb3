// One HTTP request on a socket of its own, with exactly the headers that are given: well-behaved clients would not send
// two Hosts, or a head that is too long.

import { connect } from 'node:net';

const deadline = 10_000;

/** The whole answer at the beginning of `bytes`; nothing while there is more to come. */
function parse(bytes, method) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line, ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(line.split(' ')[1]);
  const headers = new Map();
  for (const header of lines) {
    const colon = header.indexOf(':');
    const name = header.slice(0, colon).toLowerCase();
    const value = header.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  const hasBody = method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304;
  const length = hasBody ? Number(headers.get('content-length') ?? 0) : 0;
  const body = bytes.subarray(end + 4);
  return body.length < length ? undefined : { status, headers, body: body.subarray(0, length) };
}

/** `headers` as pairs. The answer as { status, headers: Map, body: Buffer }. */
export function send(origin, { method, target, headers, body = '' }) {
  const { hostname, port } = new URL(origin);
  const head = [`${method} ${target} HTTP/1.1`, ...headers.map((pair) => pair.join(': ')), '', ''].join('\r\n');
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const socket = connect(Number(port), hostname);
    socket.setTimeout(deadline, () => socket.destroy(new Error(`${method} ${target}: no answer`)));
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      const answer = parse(received, method);
      if (!answer) return;
      resolve(answer);
      socket.destroy();
    });
    socket.on('end', () => reject(new Error(`${method} ${target}: half an answer`)));
    socket.on('error', reject);
    socket.write(head + body);
  });
}
