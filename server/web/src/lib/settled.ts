import { useEffect, useState } from 'preact/hooks';

/** A value since it last rested so many milliseconds: for what need not be made at every key. */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (Object.is(settled, value)) return undefined;
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause, settled]);
  return settled;
}
