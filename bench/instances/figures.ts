import type { KnownOptimum } from './known.ts';

export interface Measured {
  readonly known: KnownOptimum;
  readonly hash: string;
  readonly exact: boolean;
  /** Processor time of our thread: median of the rounds, and of the first one, in which nothing is compiled yet. */
  readonly ours_ms: number;
  readonly first_ms: number;
  /** The same by the clock, median of the rounds. */
  readonly clock_ms: number;
  /** Median over the rounds of LEMON's time by ours; null without LEMON. */
  readonly ratio: number | null;
  /** Median over the rounds of our time with capacities by our time without, taken in turns. */
  readonly plain_ratio: number | null;
}

/** How long the event loop had to wait while a worker thread solved, and whether what came back was right. */
export interface Delayed {
  readonly p99_ms: number;
  readonly exact: boolean;
}

export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly bound: string;
  readonly holds: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** How many times as fast as LEMON each instance has to be. */
function leastRatio({ make, capacities }: KnownOptimum): number | null {
  if (capacities) return null;
  if (make === 'city 20000') return 2.5;
  if (make === 'city 100000') return 6;
  if (make.startsWith('hard byvol') || make.startsWith('hard product')) return 0.5;
  return make.startsWith('hard') ? 1 : null;
}

function atMost(name: string, value: number, bound: number, unit: string): Figure {
  return {
    name,
    value: `${value.toFixed(2)} ${unit}`,
    bound: `at most ${bound} ${unit}`,
    holds: value <= bound,
  };
}

/** What the engine promises, for the instances that were measured. */
export function figuresOf(
  measured: readonly Measured[],
  { peak_mb, delayed }: { readonly peak_mb: number | null; readonly delayed: Delayed | null },
): Figure[] {
  const wrong = [...measured, ...(delayed === null ? [] : [delayed])].filter(({ exact }) => !exact).length;
  const figures: Figure[] = [
    { name: 'instances not exact or not proven', value: String(wrong), bound: '0', holds: wrong === 0 },
  ];
  for (const { known, ratio, ours_ms, plain_ratio } of measured) {
    const least = leastRatio(known);
    if (least !== null) {
      const value = ratio === null ? 'not measured' : ratio.toFixed(2);
      const holds = ratio !== null && ratio >= least;
      figures.push({ name: `${known.make}: LEMON's time by ours`, value, bound: `at least ${least}`, holds });
    }
    if (known.make === 'city 100000' && !known.capacities) {
      figures.push(atMost('city 100000: time', ours_ms / 1000, 3, 's'));
    }
    if (plain_ratio !== null && ours_ms > 100) {
      figures.push(atMost(`${known.make}: time with capacities`, plain_ratio, 1.5, 'times that without'));
    }
  }
  if (peak_mb !== null)
    figures.push(atMost('city 100000: peak memory of a fresh process', peak_mb, 250, 'MB'));
  if (delayed !== null) {
    const name = 'city 20000 in a worker thread: 99th percentile delay of the event loop';
    figures.push(atMost(name, delayed.p99_ms, 20, 'ms'));
  }
  return figures;
}
