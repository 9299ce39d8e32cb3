/** A hidden page gets no frames. */
const atLatest = 100;

/**
 * Hands work on, to be called with what is to be done: at once after a rest, and otherwise once for each frame, all that
 * came until then together. A click shows without a delay, and a hundred events a second are drawn as often as the
 * screen can show them.
 */
export function perFrame(): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  let isResting = true;

  const run = () => {
    const now = waiting;
    waiting = [];
    isResting = now.length === 0;
    if (isResting) return;
    const next = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      run();
    };
    const frame = requestAnimationFrame(next);
    const timer = setTimeout(next, atLatest);
    for (const one of now) one();
  };

  return (work) => {
    waiting.push(work);
    if (!isResting) return;
    isResting = false;
    setTimeout(run);
  };
}
