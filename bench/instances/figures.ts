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

/** A round of people as they apply, and what it may take from plain data to proposals. */
export interface PeopleRound {
  readonly name: string;
  readonly residents: number;
  readonly volunteers: number;
  readonly most_s: number;
}

export const PEOPLE_ROUNDS: readonly PeopleRound[] = [
  { name: 'people 1500', residents: 1500, volunteers: 1500, most_s: 2 },
  { name: 'people 20000', residents: 20_000, volunteers: 18_000, most_s: 20 },
];

/** What such a round took in a worker thread, how long the event loop had to wait, and whether it was proven. */
export interface Held {
  readonly people: PeopleRound;
  readonly exact: boolean;
  readonly clock_ms: number;
  readonly p99_ms: number;
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
  { peak_mb, held }: { readonly peak_mb: number | null; readonly held: readonly Held[] },
): Figure[] {
  const wrong = [...measured, ...held].filter(({ exact }) => !exact).length;
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
  for (const { people, clock_ms, p99_ms } of held) {
    figures.push(
      atMost(`${people.name}: time to proposals, in a worker thread`, clock_ms / 1000, people.most_s, 's'),
    );
    figures.push(atMost(`${people.name}: 99th percentile delay of the event loop`, p99_ms, 20, 'ms'));
  }
  return figures;
}
