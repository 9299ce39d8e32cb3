// Callers, one request at a time.

import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';

/**
 * One request on a connection of its own. `options`: method, headers, json or body, from (the caller's own address), ca.
 * The answer as { status, headers, body, json() }.
 */
export function call(address, options = {}) {
  const { method = 'GET', headers = {}, json, body = json && JSON.stringify(json), from, ca, servername, lookup, agent = false } = options;
  const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
  const request = address.startsWith('https:') ? tlsRequest : plainRequest;
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      method,
      headers: { ...type, ...length, ...headers },
      ca,
      servername,
      lookup,
      agent,
      localAddress: from,
      timeout: 10_000,
    });
    asked.on('timeout', () => asked.destroy(new Error(`${address}: no answer`)));
    asked.on('error', reject);
    asked.on('response', async (found) => {
      try {
        const text = Buffer.concat(await found.toArray()).toString();
        resolve({ status: found.statusCode, headers: found.headers, body: text, json: () => JSON.parse(text) });
      } catch (error) {
        reject(error);
      }
    });
    asked.end(body);
  });
}

export const bearer = (token) => ({ Authorization: `Bearer ${token}` });

/** The cookie to send, of a session that was begun with the token; and its CSRF token. */
export async function signIn(address, token, options = {}) {
  const answer = await call(`${address}api/session`, { ...options, method: 'POST', json: { token } });
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status} ${answer.body}`);
  const [set] = answer.headers['set-cookie'];
  return { set, cookie: set.split(';')[0], csrf: answer.json().csrf_token };
}
