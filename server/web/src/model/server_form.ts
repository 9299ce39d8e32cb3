import type { Catalog, Finding, McpServer, ServerFields } from '../api/types';
import { emptyRows, headersPatch, headersProblem, headersSeen, type HeaderRow } from './server_form_headers';

/** What people type, as text. */
export const textFields = ['name', 'url', 'description', 'health_url', 'interval_s', 'timeout_s', 'service'] as const;
export type TextField = (typeof textFields)[number];
export type Field = TextField | 'enabled' | 'probe' | 'headers';
export type Probe = McpServer['probe'];

export interface Fields extends Record<TextField, string> {
  enabled: boolean;
  probe: Probe;
}

/** A server as somebody wants it, not in the file yet. */
export interface Draft {
  /** The entry as it was seen; none for one that is to be added. */
  base: McpServer | undefined;
  /** Of the file that was seen. */
  revision: string;
  fields: Fields;
  headers: readonly HeaderRow[];
}

export type FormKind = 'add' | 'edit' | 'duplicate';
export type Problems = Partial<Record<Field, string>>;

const numbers: readonly string[] = ['interval_s', 'timeout_s'];

const fieldWords: [field: Exclude<Field, 'name'>, words: string][] = [
  ['url', 'address'],
  ['health_url', 'health address'],
  ['description', 'description'],
  ['enabled', 'switch'],
  ['probe', 'how it is checked'],
  ['interval_s', 'interval'],
  ['timeout_s', 'timeout'],
  ['service', 'service'],
  ['headers', 'headers'],
];

/** What is seldom needed, and folded away. */
export const moreFields: readonly Field[] = ['health_url', 'probe', 'interval_s', 'timeout_s', 'service', 'headers'];

function fieldsOf(server: McpServer | undefined): Fields {
  const number = (seconds: number | undefined) => (seconds ? String(seconds) : '');
  return {
    name: server?.name ?? '',
    url: server?.url ?? '',
    description: server?.description ?? '',
    health_url: server?.health_url ?? '',
    interval_s: number(server?.interval_s),
    timeout_s: number(server?.timeout_s),
    service: server?.service ?? '',
    enabled: server?.enabled ?? true,
    probe: server?.probe ?? 'auto',
  };
}

/** "gmail-2", or the next number that is free. */
export function freeName(like: string, servers: readonly McpServer[]): string {
  const taken = new Set(servers.map(({ name }) => name));
  for (let number = 2; ; number++) {
    const name = `${like.slice(0, 58)}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** What a form begins with; nothing where the server it is about is not in the file. */
export function freshDraft(kind: FormKind, about: string, { servers, revision }: Catalog): Draft | undefined {
  if (kind === 'add') return { base: undefined, revision, fields: fieldsOf(undefined), headers: [] };
  const server = servers.find(({ name }) => name === about);
  if (!server) return undefined;
  const headers = headersSeen(server.headers, kind === 'edit');
  if (kind === 'edit') return { base: server, revision, fields: fieldsOf(server), headers };
  return { base: undefined, revision, fields: { ...fieldsOf(server), name: freeName(server.name, servers) }, headers };
}

/** Everything of an entry but its headers, whose values are not known. */
export function entryOf(server: McpServer): ServerFields {
  return patchOf({ base: undefined, revision: '', fields: fieldsOf(server), headers: [] });
}

function valueOf(field: string, value: string | boolean): string | number | boolean | null {
  if (typeof value === 'boolean') return value;
  const text = value.trim();
  if (text === '') return null;
  return numbers.includes(field) ? Number(text) : text;
}

/** What has to be written so that the file has what the draft says: nothing but what differs. */
export function patchOf(draft: Draft): ServerFields {
  const was = fieldsOf(draft.base);
  const patch: Record<string, unknown> = {};
  for (const [field] of fieldWords) {
    if (field === 'headers') continue;
    const value = valueOf(field, draft.fields[field]);
    if (value !== valueOf(field, was[field])) patch[field] = value;
  }
  const headers = headersPatch(draft.headers, draft.base?.headers ?? []);
  if (Object.keys(headers).length > 0) patch.headers = headers;
  return patch as ServerFields;
}

export function isServerName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name);
}

/** What is wrong with it as far as this page can tell; the server looks closer. */
export function problemsOf(draft: Draft, servers: readonly McpServer[]): Problems {
  const problems: Problems = {};
  const name = draft.fields.name.trim();
  if (name === '') problems.name = 'Give it a name.';
  else if (!isServerName(name))
    problems.name = 'Letters, digits, dots, underscores and hyphens, beginning with a letter or digit; 64 at most.';
  else if (name !== draft.base?.name && servers.some((one) => one.name === name))
    problems.name = 'There is a server of that name already.';
  if (draft.fields.url.trim() === '')
    problems.url = 'Give the address of its MCP endpoint, such as http://localhost:8002/mcp.';
  for (const field of ['interval_s', 'timeout_s'] as const) {
    const typed = draft.fields[field].trim();
    if (typed !== '' && !/^0*[1-9]\d*$/.test(typed)) problems[field] = 'Whole seconds, or nothing.';
  }
  const headers = headersProblem(draft.headers);
  if (headers !== '') problems.headers = headers;
  return problems;
}

/** The server's findings at their fields: "gmail.url", "gmail.headers.Authorization". A name may have dots, too. */
export function problemsIn(findings: readonly Finding[]): Problems {
  const problems: Problems = {};
  for (const { path, message, hint } of findings) {
    const parts = path.split('.').slice(1);
    const field = fieldWords.find(([one]) => parts.includes(one))?.[0] ?? 'name';
    // At its field, "gmail.url is not …" is "It is not …".
    const words = message.startsWith(`${path} `) ? `It${message.slice(path.length)}` : message;
    problems[field] ??= hint === '' ? words : `${words} ${hint}`;
  }
  return problems;
}

/** A file of this one server, for the server to look at. Values that are not known cannot be wrong. */
export function checkedText(draft: Draft): string {
  const name = draft.fields.name.trim();
  const headers = draft.headers.filter(({ kept, value }) => !kept || value !== '');
  return JSON.stringify({ [isServerName(name) ? name : 'new']: patchOf({ ...draft, base: undefined, headers }) });
}

/** Whether something of what is folded away is set. */
export function usesMore(draft: Draft): boolean {
  const set = patchOf({ ...draft, base: undefined });
  return draft.headers.length > 0 || moreFields.some((field) => field in set);
}

export function isSame(one: Draft, other: Draft): boolean {
  const typed = ({ fields, headers }: Draft) =>
    JSON.stringify([fieldsInOrder(fields), headers.map(({ name, value, kept }) => [name, value, kept])]);
  return typed(one) === typed(other);
}

function fieldsInOrder(fields: Fields): unknown[] {
  return [...textFields, 'enabled' as const, 'probe' as const].map((field) => fields[field]);
}

/** In which fields two entries differ. Of headers only the names are known. */
export function differing(one: McpServer, other: McpServer): Field[] {
  const [a, b] = [fieldsOf(one), fieldsOf(other)];
  return fieldWords
    .map(([field]) => field)
    .filter((field) =>
      field === 'headers' ? one.headers.join('\n') !== other.headers.join('\n') : a[field] !== b[field],
    );
}

/** The draft against what the file has now, and what a person should know about that; empty where that is nothing. */
export function meet(draft: Draft, { servers, revision }: Catalog): { draft: Draft; notice: string } {
  const { base } = draft;
  if (revision === draft.revision || !base) return { draft: { ...draft, revision }, notice: '' };
  const now = servers.find(({ name }) => name === base.name);
  if (!now) {
    return {
      draft: { ...draft, base: undefined, revision, headers: emptyRows(draft.headers) },
      notice: `${base.name} was removed in the meantime. Saving adds it again, without the headers that were not typed here.`,
    };
  }
  const fields = differing(base, now);
  if (fields.length === 0) return { draft: { ...draft, base: now, revision }, notice: '' };
  const what = fieldWords.filter(([field]) => fields.includes(field)).map(([, one]) => one);
  return {
    draft: rebased(draft, base, now, revision),
    notice: `${now.name} was changed in the meantime: ${what.join(', ')}. What you typed is kept; saving puts it over that.`,
  };
}

/** What was not touched follows the file, what was typed stays. */
function rebased(draft: Draft, base: McpServer, now: McpServer, revision: string): Draft {
  const [was, is] = [fieldsOf(base), fieldsOf(now)];
  const fields = { ...draft.fields };
  for (const field of textFields) if (fields[field] === was[field]) fields[field] = is[field];
  if (fields.enabled === was.enabled) fields.enabled = is.enabled;
  if (fields.probe === was.probe) fields.probe = is.probe;
  const headers = draft.headers.filter(({ name, value, kept }) => !kept || value !== '' || now.headers.includes(name));
  const isKnown = (name: string) => base.headers.includes(name) || headers.some((row) => row.name === name);
  const added = headersSeen(
    now.headers.filter((name) => !isKnown(name)),
    true,
    headers,
  );
  return { base: now, revision, fields, headers: [...headers, ...added] };
}
