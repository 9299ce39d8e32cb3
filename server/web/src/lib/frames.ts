/** A hidden page gets no frames. */
const atLatest = 100;

/**
 * Hands work on once for each frame, all that came until then together: a hundred events a second are drawn as often as
 * the screen can show them. To be called with what is to be done.
 */
export function perFrame(): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  return (work) => {
    waiting.push(work);
    if (waiting.length > 1) return;
    const run = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      const now = waiting;
      waiting = [];
      for (const one of now) one();
    };
    const frame = requestAnimationFrame(run);
    const timer = setTimeout(run, atLatest);
  };
}
