import type { McpServer } from '../api/types';
import type { MarkKind } from '../components/mark';
import type { Standing } from './standing';

/** In which order servers are listed; "needs" where the address says nothing. */
export const sorts = ['needs', 'file', 'name', 'state', 'slowest'] as const;
export type Sort = (typeof sorts)[number];

export const sortWords: Record<Sort, string> = {
  needs: 'Needs you first',
  file: 'File order',
  name: 'Name',
  state: 'State',
  slowest: 'Slowest first',
};

export function sortOf(word: string | undefined): Sort {
  return sorts.find((sort) => sort === word) ?? 'needs';
}

interface Sorted {
  name: string;
  standing: Standing;
}

/** What is worst comes first. */
const marks: readonly MarkKind[] = ['failing', 'attention', 'checking', 'healthy', 'off'];
/** As people sort names: "s2" comes before "S10". */
const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The names that stand before the others, which follow in the order of the file. */
export function firstNames(servers: readonly Sorted[], sort: Sort): string[] {
  const by = (compare: (one: Sorted, other: Sorted) => number) => [...servers].sort(compare).map(({ name }) => name);
  switch (sort) {
    case 'needs':
      return servers.filter(({ standing }) => standing.needsPerson).map(({ name }) => name);
    case 'file':
      return [];
    case 'name':
      return by((one, other) => names.compare(one.name, other.name));
    case 'state':
      return by((one, other) => marks.indexOf(one.standing.mark) - marks.indexOf(other.standing.mark));
    case 'slowest':
      return by((one, other) => (other.standing.health.latency_ms ?? 0) - (one.standing.health.latency_ms ?? 0));
  }
}

/** Those of `first` as it has them, then the others in the order of the file. */
export function arranged<T extends { name: string }>(servers: readonly T[], first: ReadonlySet<string>): T[] {
  const known = new Map(servers.map((server) => [server.name, server]));
  const before = [...first].flatMap((name) => known.get(name) ?? []);
  return [...before, ...servers.filter(({ name }) => !first.has(name))];
}

/** A server to be put before another one in the file; `null` is its end. */
export interface Move {
  name: string;
  before: string | null;
}

/** The list with a server at another place; as it was where one of the two is not in it. */
export function withMove(servers: readonly McpServer[], { name, before }: Move): readonly McpServer[] {
  const moved = servers.find((server) => server.name === name);
  const rest = servers.filter((server) => server !== moved);
  const place = before === null ? rest.length : rest.findIndex((server) => server.name === before);
  return moved && place >= 0 ? [...rest.slice(0, place), moved, ...rest.slice(place)] : servers;
}

/** Where a server goes that is to stand one place up (-1) or down (1); nothing where it is at that end already. */
export function moveBy(servers: readonly McpServer[], name: string, places: 1 | -1): Move | undefined {
  const at = servers.findIndex((server) => server.name === name);
  const to = at + places;
  if (at < 0 || to < 0 || to >= servers.length) return undefined;
  return { name, before: servers[places < 0 ? to : to + 1]?.name ?? null };
}
