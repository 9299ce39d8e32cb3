import { amendAddress, addressOf, goTo, type Route } from '../lib/route';
import type { FormKind } from './server_form';
import { sortOf, type Sort } from './server_order';
import type { Group } from './standing';

/** What is open over the list. */
export type OpenDialog = { kind: FormKind; about: string } | { kind: 'import' } | { kind: 'export' };

/** What an address of the Servers page says: `#/servers/gmail`, `#/servers/gmail/edit`, `#/servers/-/add?q=mail`. */
export interface ServersPlace {
  opened: string | undefined;
  dialog: OpenDialog | undefined;
  filter: string;
  group: Group | undefined;
  sort: Sort;
}

/** Stands where a server's name does, for what is of no server: no name can be this. */
const none = '-';
const groups: readonly Group[] = ['needs', 'works', 'checking', 'off'];

export function placeOf({ path, query }: Pick<Route, 'path' | 'query'>): ServersPlace {
  return {
    opened: path.length === 1 && path[0] !== none ? path[0] : undefined,
    dialog: dialogOf(path),
    filter: query.q ?? '',
    group: groups.find((group) => group === query.state),
    sort: sortOf(query.sort),
  };
}

function dialogOf([name, what]: readonly string[]): OpenDialog | undefined {
  if (name === undefined || what === undefined) return undefined;
  if (name !== none) return what === 'edit' || what === 'duplicate' ? { kind: what, about: name } : undefined;
  if (what === 'add') return { kind: 'add', about: '' };
  if (what === 'import') return { kind: 'import' };
  return what === 'export' ? { kind: 'export' } : undefined;
}

export function pathOf(dialog: OpenDialog): string[] {
  return ['about' in dialog && dialog.about !== '' ? dialog.about : none, dialog.kind];
}

/** The filter, the group and the order as the address has them; what is as usual is left out. */
export function queryOf({
  filter,
  group,
  sort,
}: Pick<ServersPlace, 'filter' | 'group' | 'sort'>): Record<string, string> {
  return { q: filter, state: group ?? '', sort: sort === 'needs' ? '' : sort };
}

/** Narrows the list or puts it in another order; what is open stays open. */
export function amendPlace(route: Route, change: Partial<Pick<ServersPlace, 'filter' | 'group' | 'sort'>>): void {
  amendAddress(addressOf('servers', route.path, queryOf({ ...placeOf(route), ...change })));
}

export function openDialog(route: Route, dialog: OpenDialog): void {
  goTo(addressOf('servers', pathOf(dialog), queryOf(placeOf(route))));
}
