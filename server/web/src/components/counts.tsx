import { tallyWords } from '../lib/health_words';
import type { Tally } from '../model/standing';

/** "12 on · 1 needs you · 3 off". */
export function Counts({ tally }: { tally: Tally }) {
  return (
    <p class="counts">
      {tallyWords(tally).map(({ count, words }, index) => (
        <span key={words} class={words.startsWith('need') ? 'counts-needs' : undefined}>
          {index > 0 && ' · '}
          <strong>{count}</strong> {words}
        </span>
      ))}
    </p>
  );
}
