import type { Backlog, NovaEvent } from '../api/types';

/** As many as a Nova keeps, if they are not large. */
const most = 1000;

/** What a server still has of its events up to `seq`, the oldest first; nothing where it is another run by now. */
export async function readHistory(
  ask: (epoch: string, seq: number) => Promise<Backlog>,
  epoch: string,
  seq: number,
): Promise<NovaEvent[]> {
  // The oldest may be gone; it does not say how many it has.
  for (let count = Math.min(most, seq); ; count = Math.floor(count * 0.8)) {
    const backlog = await ask(epoch, seq - count);
    if (backlog.epoch !== epoch) return [];
    if (backlog.complete) return backlog.events;
    if (count === 0) return [];
  }
}
