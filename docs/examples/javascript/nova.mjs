// A small client for the HTTP API of Nova Settings. The address and the token come from the environment:
//
//   export NOVA_URL=http://127.0.0.1:8765 NOVA_TOKEN=$(nova-settingsd token)

export const url = (process.env.NOVA_URL ?? 'http://127.0.0.1:8765').replace(/\/$/, '');

export function token() {
  const value = process.env.NOVA_TOKEN;
  if (!value) throw new Error('NOVA_TOKEN is not set; «nova-settingsd token» prints it.');
  return value;
}

/** Nova answered, but not with what was asked for. It says why in words for people. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** The answer as `value`, and as `revision` the ETag with which a later change can say which one it is about. */
export async function call(method, path, { body, revision } = {}) {
  const headers = { Authorization: `Bearer ${token()}` };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (revision !== undefined) headers['If-Match'] = revision;
  const answer = await fetch(url + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  // Something in between, such as a proxy, may answer with something else than JSON.
  const value = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, value);
  return { value, revision: answer.headers.get('ETag') };
}

/** Runs a program; what went wrong is one line, not a stack of calls. */
export async function run(main) {
  try {
    await main(...process.argv.slice(2));
  } catch (error) {
    if (error instanceof Refused) console.error(`Nova refused it (${error.status}): ${error.message}`);
    else if (error.cause) console.error(`Nova at ${url} cannot be reached: ${error.cause.message || error.cause.code}`);
    else console.error(error.message);
    process.exitCode = 1;
  }
}
