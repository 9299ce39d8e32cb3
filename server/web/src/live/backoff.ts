/** The first wait after a lost connection, and the longest one. */
const first = 500;
const longest = 15_000;

/**
 * Milliseconds to wait before try number `failures` (from 1): doubling, and at random between half of it and all of
 * it, so that a thousand pages do not come back in the same instant after a restart.
 */
export function backoff(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
