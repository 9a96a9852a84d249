/** A part of a whole, such as pairs completed of those that were due, in one ward or one language. */
export interface Cell {
  readonly value: string;
  readonly hits: number;
  readonly whole: number;
}

/** Fewer could point at somebody. */
const LEAST = 5;

/**
 * Cells whose numbers may not be shown: those of fewer than five, and as many of the next smallest as it takes so that
 * nobody gets at them by subtracting the others from all of them.
 * @returns the values of those that are hidden
 */
export function hiddenAmong(cells: readonly Cell[]): ReadonlySet<string> {
  const bySize = cells.toSorted((one, other) => one.whole - other.whole);
  const hidden = bySize.filter(({ whole }) => whole < LEAST);
  const rest = bySize.slice(hidden.length);
  const isFound = () =>
    hidden.length > 0 && (hidden.length === 1 || hidden.reduce((sum, { whole }) => sum + whole, 0) < LEAST);
  while (isFound() && rest.length > 0) hidden.push(...rest.splice(0, 1));
  return new Set(hidden.map(({ value }) => value));
}

/** Whether a figure over everybody may be shown. */
export function mayBeShown({ whole }: Cell): boolean {
  return whole >= LEAST;
}
