import type { HealthHistory, NamedHealth } from './health';
import { utf8Length } from '../lib/text_places';
import { Http } from './http';
import type { SettingsView, SettingValue } from './settings';
import type { Difference, StoredText, TextName, TextSaved, Validation, Version } from './texts';
import type { ExportForm, ForeignExport, ImportPlan } from './transfer';
import type { Backlog, Catalog, NovaState, ServerFields, ServerSaved, SessionInfo, Tasks, ToggleReply } from './types';

const serverPath = (name: string) => `./api/mcp/${encodeURIComponent(name)}`;
/** Where the earlier texts of a file are. */
const versionsOf: Record<TextName, string> = { config: './api/config/backups', prompt: './api/prompt/versions' };

/**
 * What the server can be asked for, one method a route. Addresses are relative to the page, so that a reverse proxy may
 * put a prefix before them. Throws a Problem and nothing else.
 */
export class Api {
  readonly #http: Http;

  constructor(http: Http = new Http()) {
    this.#http = http;
  }

  set onUnauthenticated(told: () => void) {
    this.#http.onUnauthenticated = told;
  }

  async session(signal?: AbortSignal): Promise<SessionInfo> {
    return this.#remember(await this.#http.request<SessionInfo>('GET', './api/session', { signal }));
  }

  async signIn(credential: { code: string } | { token: string }): Promise<SessionInfo> {
    return this.#remember(await this.#http.request<SessionInfo>('POST', './api/session', { body: credential }, true));
  }

  async signOut(): Promise<void> {
    await this.#http.request<unknown>('DELETE', './api/session', {}, true);
    this.#http.csrf = '';
  }

  state(signal?: AbortSignal): Promise<NovaState> {
    return this.#http.request('GET', './api/state', { signal });
  }

  tasks(signal?: AbortSignal): Promise<Tasks> {
    return this.#http.request('GET', './api/tasks', { signal });
  }

  connections(signal?: AbortSignal): Promise<{ count: number }> {
    return this.#http.request('GET', './ws/connections', { signal });
  }

  // Servers

  catalog(signal?: AbortSignal): Promise<Catalog> {
    return this.#http.request('GET', './api/mcp', { signal });
  }

  toggle(name: string, enabled: boolean, revision: string): Promise<ToggleReply> {
    return this.#http.request('PUT', `${serverPath(name)}/toggle`, { body: { enabled }, ifMatch: revision });
  }

  addServer(name: string, fields: ServerFields, revision: string): Promise<ServerSaved> {
    // The first server makes the file: there is nothing yet to be matched.
    return this.#http.request('POST', './api/mcp', { body: { ...fields, name }, ifMatch: revision || undefined });
  }

  /** Only what `fields` has is changed; `null` takes a field out of the entry. `name` renames it. */
  changeServer(name: string, fields: ServerFields & { name?: string }, revision: string): Promise<ServerSaved> {
    return this.#http.request('PATCH', serverPath(name), { body: fields, ifMatch: revision });
  }

  removeServer(name: string, revision: string): Promise<ServerSaved> {
    return this.#http.request('DELETE', serverPath(name), { ifMatch: revision });
  }

  /** Before another server in the file; `null` is its end. */
  moveServer(name: string, before: string | null, revision: string): Promise<ServerSaved> {
    return this.#http.request('PUT', `${serverPath(name)}/position`, { body: { before }, ifMatch: revision });
  }

  check(name: string): Promise<NamedHealth> {
    return this.#http.request('POST', `${serverPath(name)}/check`);
  }

  history(name: string, signal?: AbortSignal): Promise<HealthHistory> {
    return this.#http.request('GET', `${serverPath(name)}/history`, { signal });
  }

  /** Answers when the command has ended. What it writes meanwhile comes as events. */
  restart(service: string): Promise<unknown> {
    return this.#http.request('POST', `./api/admin/restart/${encodeURIComponent(service)}`);
  }

  // Texts: the prompt, and the catalog as a file

  text(which: TextName, signal?: AbortSignal): Promise<StoredText> {
    return this.#http.request('GET', `./api/${which}`, { signal });
  }

  /** What the file holds, in force or not, the byte order mark (which JSON texts come without) among it. */
  async textInFile(which: TextName, signal?: AbortSignal): Promise<StoredText> {
    const text = await this.version(which, 'current', signal);
    const hasMark = text.bytes === utf8Length(text.content) + 3;
    return hasMark ? { ...text, content: `\ufeff${text.content}` } : text;
  }

  /** An empty revision makes the file, where there is none. */
  saveText(which: TextName, content: string, revision: string): Promise<TextSaved> {
    return this.#http.request('PUT', `./api/${which}`, { text: content, ifMatch: revision });
  }

  validateConfig(content: string, signal?: AbortSignal): Promise<Validation> {
    return this.#http.request('POST', './api/config/validate', { text: content, signal });
  }

  async versions(which: TextName, signal?: AbortSignal): Promise<Version[]> {
    return (await this.#http.request<{ versions: Version[] }>('GET', versionsOf[which], { signal })).versions;
  }

  version(which: TextName, id: string, signal?: AbortSignal): Promise<StoredText> {
    return this.#http.request('GET', `${versionsOf[which]}/${encodeURIComponent(id)}`, { signal });
  }

  /** What differs between a version and the text of now, or another version. */
  difference(which: TextName, id: string, to?: string, signal?: AbortSignal): Promise<Difference> {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    return this.#http.request('GET', `${versionsOf[which]}/${encodeURIComponent(id)}/diff${query}`, { signal });
  }

  restoreVersion(which: TextName, id: string, revision: string): Promise<TextSaved> {
    return this.#http.request('POST', `./api/${which}/restore/${encodeURIComponent(id)}`, { ifMatch: revision });
  }

  // What happened

  /** The events after a place in the stream, or, where that is not known any more, the state. */
  events(epoch: string, seq: number, signal?: AbortSignal): Promise<Backlog> {
    return this.#http.request('GET', `./api/events?epoch=${encodeURIComponent(epoch)}&seq=${seq}`, { signal });
  }

  // Settings

  settings(signal?: AbortSignal): Promise<SettingsView> {
    return this.#http.request('GET', './api/settings', { signal });
  }

  /** By name; `null` is the default. A file that is not there yet has no revision. */
  changeSettings(changes: Record<string, SettingValue>, revision: string): Promise<SettingsView> {
    return this.#http.request('PATCH', './api/settings', { body: changes, ifMatch: revision || undefined });
  }

  testRedis(url: string): Promise<{ works: boolean; finding: string }> {
    return this.#http.request('POST', './api/settings/test-redis', { body: { url } });
  }

  // Other programs' lists of servers

  readImport(content: string, fileName?: string): Promise<ImportPlan> {
    return this.#http.request('POST', './api/transfer/import', { body: { content, file_name: fileName } });
  }

  exportServers(form: ExportForm, names: readonly string[], signal?: AbortSignal): Promise<ForeignExport> {
    const query = new URLSearchParams({ form, names: names.join(',') });
    return this.#http.request('GET', `./api/transfer/export?${query}`, { signal });
  }

  #remember(info: SessionInfo): SessionInfo {
    this.#http.csrf = info.csrf_token ?? '';
    return info;
  }
}
