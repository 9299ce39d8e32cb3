import type { Outage } from '../api/health';
import { moment, statusOf } from '../lib/health_words';
import { duration } from '../lib/words';
import { Mark } from './mark';

const shown = 20;

/** When a server could not be used, the newest first. */
export function Outages({ outages }: { outages: readonly Outage[] }) {
  const now = new Date();
  if (outages.length === 0) return <p class="muted">None in the last 30 days.</p>;
  return (
    <>
      <ul class="outages">
        {[...outages]
          .reverse()
          .slice(0, shown)
          .map(({ from, until, status, reason }) => {
            const begin = new Date(from);
            const end = until === null ? now : new Date(until);
            return (
              <li key={from}>
                <Mark kind={until === null ? 'failing' : 'off'} />
                <span class="outage-time">
                  <time dateTime={from} title={begin.toLocaleString()}>
                    {moment(begin, now)}
                  </time>
                  {' – '}
                  {until === null ? (
                    'now'
                  ) : (
                    <time dateTime={until} title={end.toLocaleString()}>
                      {moment(end, now)}
                    </time>
                  )}
                </span>
                <span class="outage-length">{duration(end.getTime() - begin.getTime())}</span>
                <span class="outage-reason muted">{reason || statusOf(status)}</span>
              </li>
            );
          })}
      </ul>
      {outages.length > shown && <p class="muted">And {outages.length - shown} earlier ones.</p>}
    </>
  );
}
