// Servers on ports of the loopback, and what becomes of them when the demo ends.

import { createServer } from 'node:http';

/** Starts to listen, on a free port where none is named, and answers which one it is. */
export function listen(server, port = 0) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/** A server whose handler may fail, as it does when the one who asked has gone: that is the end of one answer only. */
export function serverOf(handler) {
  return createServer((request, response) => {
    Promise.resolve(handler(request, response)).catch(() => response.destroy());
  });
}

/** As a program that ends: nobody is answered any more. */
export function close(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  return closed;
}

/**
 * A part of the demo ends with the demo, however that ends, and not before: Ctrl+C in a terminal reaches all of its
 * processes at once, and the parts are needed until Nova has said good-bye.
 */
export function endWithParent(end) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  process.on('disconnect', end);
}
