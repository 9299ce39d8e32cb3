// Where Nova listens after its settings were changed, as this page would reach it.

import type { Setting, SettingsView } from '../api/settings';

const moving = ['server.host', 'server.port', 'server.tls_certificate', 'server.tls_key'];

/** Whether a change of that setting may end this very connection. */
export const movesWeb = ({ name }: Setting) => moving.includes(name);

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127\./.test(host);
const isEvery = (host: string) => host === '0.0.0.0' || host === '[::]';

/**
 * The address to go on at, when Nova listened at `before` and listens at `after`. Undefined where this page did not
 * come from there itself (a reverse proxy, a tunnel): then nobody here knows where it is reached.
 */
export function addressAfter(page: URL, before: string, after: string): URL | undefined {
  const [old, now] = [new URL(before), new URL(after)];
  const sameHost = old.hostname === page.hostname || isEvery(old.hostname) || (isLoopback(old.hostname) && isLoopback(page.hostname));
  if (!sameHost || old.port !== page.port || old.protocol !== page.protocol) return undefined;
  const next = new URL(after);
  // The name that this page is called by is still good.
  if (now.hostname === old.hostname || isEvery(now.hostname)) next.hostname = page.hostname;
  next.pathname = '/';
  next.hash = page.hash;
  return next;
}

/** Where Nova would listen with what is written: "http://127.0.0.1:8766"; empty where that cannot be said. */
export function addressWith({ address, settings }: SettingsView, written: (setting: Setting) => string): string {
  const text = (name: string) => {
    const setting = settings.find((one) => one.name === name);
    return setting ? written(setting).trim() : '';
  };
  const [host, port] = [text('server.host'), text('server.port')];
  if (port === '0' || host === '') return '';
  try {
    const next = new URL(address);
    const hasTls = text('server.tls_certificate') !== '' && text('server.tls_key') !== '';
    const name = host.includes(':') ? `[${host}]` : host;
    return `http${hasTls ? 's' : ''}://${name}:${port || next.port}`;
  } catch {
    return '';
  }
}
