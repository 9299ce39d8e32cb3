// The small bar of the last hours as SVG paths: one for each kind of piece, so that 500 of them stay cheap.

import type { HealthBar } from '../api/health';

/** Of the drawing, in its own units: a piece is as wide as `step`, with `gap` of it left empty. */
export const step = 5;
export const height = 20;
const gap = 1.25;
const least = 2;

export interface BarPaths {
  /** Filled; as high as the answers took. */
  well: string;
  /** Answers, but has trouble: filled as well, in another colour and with a cap at the top. */
  trouble: string;
  /** Wants something: hollow. */
  wants: string;
  /** Not there: as high as can be, with a cross cut out. */
  down: string;
  cross: string;
  /** Nothing is known: a dot on the ground. */
  unknown: string;
}

/** The top of the scale that all bars of a page share: 1, 2 or 5 with zeros, at least 50 ms. */
export function scaleFor(bars: readonly (HealthBar | undefined)[]): number {
  let most = 50;
  for (const bar of bars) for (const ms of bar?.latency_ms ?? []) if (ms !== null && ms > most) most = ms;
  return roundUp(most);
}

export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= value) ?? value;
}

const rect = (x: number, y: number, width: number, high: number) =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(high)}h${round(-width)}z`;
const round = (value: number) => Math.round(value * 100) / 100;

/** By the square root, so that 20 ms can be seen beside a second. */
function high(ms: number | null, scale: number): number {
  if (ms === null) return least;
  return Math.max(least, Math.sqrt(Math.min(ms / scale, 1)) * height);
}

export function barPaths({ states, latency_ms }: HealthBar, scale: number): BarPaths {
  const paths: BarPaths = { well: '', trouble: '', wants: '', down: '', cross: '', unknown: '' };
  [...states].forEach((state, index) => {
    const x = index * step + gap / 2;
    const width = step - gap;
    const top = high(latency_ms[index] ?? null, scale);
    switch (state) {
      case 'h':
        paths.well += rect(x, height - top, width, top);
        break;
      case 'd':
        paths.trouble += rect(x, height - top, width, top) + rect(x, 0, width, 2);
        break;
      case 'u': {
        paths.down += rect(x, 0, width, height);
        const [left, right, upper, lower] = [x + 0.7, x + width - 0.7, height / 2 - 2, height / 2 + 2].map(round);
        paths.cross += `M${left} ${upper}L${right} ${lower}M${right} ${upper}L${left} ${lower}`;
        break;
      }
      case '-':
        paths.unknown += rect(x + width / 2 - 0.75, height - 1.5, 1.5, 1.5);
        break;
      default:
        paths.wants += rect(x + 0.5, height / 2, width - 1, height / 2 - 0.5);
    }
  });
  return paths;
}
