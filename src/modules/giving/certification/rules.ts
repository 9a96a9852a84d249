/** How many count in a fiscal year, and how many would if their address were known. */
export interface YearCount {
  readonly fiscalYear: number;
  readonly donors: number;
  readonly withoutAddress: number;
}

/** What counts, by the public support test of certified organizations: so much a year from so many on average. */
export const LEAST_YEN = 3_000;
export const NEEDED_A_YEAR = 100;
/** So many fiscal years are judged when certification is renewed, and so many the first time. */
export const RENEWED = 5;
export const FIRST = 2;

export interface Standing {
  /** To one decimal, rounded down: what is not reached is not said to be. */
  readonly average: number;
  /** How many more donors the years together need. */
  readonly missing: number;
}

/** How far some fiscal years together are. */
export function standingOf(years: readonly YearCount[]): Standing {
  const total = years.reduce((sum, { donors }) => sum + donors, 0);
  return {
    average: Math.floor((total / Math.max(years.length, 1)) * 10) / 10,
    missing: Math.max(NEEDED_A_YEAR * years.length - total, 0),
  };
}
