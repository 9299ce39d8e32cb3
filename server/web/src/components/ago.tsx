import { useEffect, useState } from 'preact/hooks';
import { ago } from '../lib/words';

/** A time as people say it ("5 minutes ago"), the exact one on hover. Redraws itself twice a minute. */
export function Ago({ at }: { at: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, [at]);
  const date = new Date(at);
  return (
    <time dateTime={at} title={date.toLocaleString()}>
      {ago(date, now)}
    </time>
  );
}
