import { memo } from 'preact/compat';
import type { HealthBar as Bar } from '../api/health';
import { barPaths, height, step } from '../lib/health_bar';
import { barWords } from '../lib/health_words';

interface HealthBarProps {
  bar: Bar;
  /** What the full height stands for, in milliseconds; the same on the whole page. */
  scale: number;
}

/** How a server was in the last hours: height says how long answers took, shape and colour how it was. */
export const HealthBar = memo(({ bar, scale }: HealthBarProps) => {
  const paths = barPaths(bar, scale);
  const words = barWords(bar);
  return (
    <svg class="health-bar" viewBox={`0 0 ${bar.states.length * step} ${height}`} role="img" aria-label={words}>
      <title>{words}</title>
      {paths.unknown && <path class="bar-unknown" d={paths.unknown} />}
      {paths.well && <path class="bar-well" d={paths.well} />}
      {paths.trouble && <path class="bar-trouble" d={paths.trouble} />}
      {paths.wants && <path class="bar-wants" d={paths.wants} />}
      {paths.down && <path class="bar-down" d={paths.down} />}
      {paths.cross && <path class="bar-cross" d={paths.cross} />}
    </svg>
  );
});
