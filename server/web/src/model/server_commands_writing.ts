import type { Api } from '../api/api';
import { Problem } from '../api/problem';
import type { McpServer, ServerSaved } from '../api/types';
import { differing, entryOf } from './server_form';
import { isStale, onNewest, type NewestSteps } from './server_form_saving';
import type { Move } from './server_order';

/** Nova.write(): after it the page knows what the write made. */
type Write = <Saved extends { revision: string; changed: boolean }>(send: Promise<Saved>) => Promise<Saved>;
type Routes = Pick<Api, 'addServer' | 'removeServer' | 'moveServer' | 'restoreVersion'>;

/** A server that was taken out, and what is needed to bring it back. */
export interface Removal {
  server: McpServer;
  /** The one behind it; `null` where it was the last. */
  next: string | null;
  /** Of the file without it. */
  revision: string;
  /** Of the file with it. */
  backup: string;
}

const refuse = (text: string) => new Problem({ status: 409, title: text });

/** Takes a server out of the file, as long as it is what somebody saw. */
export function removeServer(seen: McpServer, api: Routes, steps: NewestSteps, write: Write): Promise<Removal> {
  const { name } = seen;
  return onNewest(steps, async ({ servers, revision }) => {
    const at = servers.findIndex((server) => server.name === name);
    const now = servers[at];
    if (!now) throw refuse('It was removed in the meantime.');
    if (differing(now, seen).length > 0) throw refuse('It was changed in the meantime. Look at it, then try again.');
    const next = servers[at + 1]?.name ?? null;
    const saved = await write(api.removeServer(name, revision));
    return { server: now, next, revision: saved.revision, backup: saved.backup_id };
  });
}

/**
 * Brings a removed server back: by the backup as long as nothing else has changed since, otherwise as a new entry at
 * its old place. Tells which of the two in words.
 */
export async function bringBack(removal: Removal, api: Routes, steps: NewestSteps, write: Write): Promise<string> {
  const { name, headers } = removal.server;
  try {
    await write(api.restoreVersion('config', removal.backup, removal.revision));
    return `${name} is back`;
  } catch (error) {
    // Another revision, or the backup is gone.
    if (!isStale(error) && !(error instanceof Problem && error.status === 404)) throw error;
  }
  await steps.fetch();
  const add = (revision: string) => write<ServerSaved>(api.addServer(name, entryOf(removal.server), revision));
  await onNewest(steps, ({ revision }) => add(revision));
  // One that cannot be put back to its place is back all the same.
  if (removal.next !== null) await moveServer({ name, before: removal.next }, api, steps, write).catch(() => undefined);
  if (headers.length === 0) return `${name} is back, as a new entry: the file has changed since`;
  return `${name} is back without its headers (${headers.join(', ')}). Their values are in the backup.`;
}

/** Puts a server before another one, as long as both are there. */
export function moveServer(
  { name, before }: Move,
  api: Routes,
  steps: NewestSteps,
  write: Write,
): Promise<ServerSaved> {
  return onNewest(steps, async ({ servers, revision }) => {
    for (const one of before === null ? [name] : [name, before])
      if (!servers.some((server) => server.name === one)) throw refuse(`${one} was removed in the meantime.`);
    return write(api.moveServer(name, before, revision));
  });
}
