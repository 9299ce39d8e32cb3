import { useEffect, useRef, useState } from 'preact/hooks';
import { backoff } from '../live/backoff';

/**
 * Tries again by itself for as long as it is drawn: with longer and longer waits, and at once when the network is back
 * or somebody looks. `now` is for who will not wait.
 */
export function useRetries(retry: () => Promise<unknown>): { now: () => void; busy: boolean } {
  const [busy, setBusy] = useState(false);
  const latest = useRef(retry);
  latest.current = retry;
  const now = useRef(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let failures = 1;
    let isOver = false;
    let isTrying = false;
    const wait = () => {
      timer = setTimeout(() => void tryAgain(), backoff(failures++));
    };
    const tryAgain = async () => {
      if (isTrying) return;
      clearTimeout(timer);
      isTrying = true;
      setBusy(true);
      await latest.current().catch(() => {});
      isTrying = false;
      if (isOver) return;
      setBusy(false);
      wait();
    };
    now.current = () => void tryAgain();
    const look = () => {
      if (document.visibilityState === 'visible') void tryAgain();
    };
    wait();
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return { now: () => now.current(), busy };
}
