import type { Health, NamedHealth, RestartRun, Restarts } from '../api/health';
import type { Catalog } from '../api/types';

/** Whether `news` was found after what is known: answers to requests may be overtaken by events. */
function isNewer(news: Health, known: Health): boolean {
  // Times are all of one shape (ISO 8601, UTC, milliseconds), so text compares as time does.
  return (news.since ?? '') >= (known.since ?? '') && (news.checked_at ?? '') >= (known.checked_at ?? '');
}

function merged(known: Health | undefined, { name: _, ...news }: NamedHealth): Health {
  return known?.bar && !news.bar ? { ...news, bar: known.bar } : news;
}

/** The catalog with what an event told of some servers' health. The others stay the same objects. */
export function withHealth(catalog: Catalog, news: readonly NamedHealth[]): Catalog {
  const byName = new Map(news.map((one) => [one.name, one]));
  const servers = catalog.servers.map((server) => {
    const found = byName.get(server.name);
    return found ? { ...server, health: merged(server.health, found) } : server;
  });
  return { ...catalog, servers };
}

/** The same for an answer to a request: what is older than what we know is left out. */
export function withAnswer(catalog: Catalog, answer: readonly NamedHealth[]): Catalog {
  const known = new Map(catalog.servers.map(({ name, health }) => [name, health]));
  const news = answer.filter((one) => {
    const health = known.get(one.name);
    return !health || isNewer(one, health);
  });
  return withHealth(catalog, news);
}

export function withRun(restarts: Restarts, run: RestartRun): Restarts {
  const others = restarts.runs.filter(({ service }) => service !== run.service);
  return { ...restarts, runs: [...others, run] };
}
