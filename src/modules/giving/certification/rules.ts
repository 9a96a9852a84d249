import { addressKey } from '../donors/signs.ts';

/** What somebody whose name is known gave in one fiscal year. */
export interface Given {
  readonly fiscalYear: number;
  readonly donorId: string;
  readonly personId: string | null;
  readonly isOrganization: boolean;
  readonly address: string | null;
  /** Whole yen. */
  readonly amount: number;
}

/** How many count in a fiscal year, and how many would if their address were known. */
export interface YearCount {
  readonly fiscalYear: number;
  readonly donors: number;
  readonly withoutAddress: number;
}

/** What counts, by the public support test of certified organizations: so much a year from so many on average. */
export const LEAST_YEN = 3_000;
export const NEEDED_A_YEAR = 100;

/**
 * Counts of each fiscal year who gave enough: the same person once, however often they are entered, and everybody
 * at one address once, with what they gave together. Somebody whose address is unknown does not count.
 */
export function countYear(fiscalYear: number, given: readonly Given[]): YearCount {
  const ofYear = given.filter((one) => one.fiscalYear === fiscalYear);
  const persons = Map.groupBy(ofYear, ({ personId, donorId }) => personId ?? donorId);
  const households = new Map<string, { amount: number; isKnown: boolean }>();
  for (const [person, rows] of persons) {
    const address = rows.find((row) => row.address)?.address ?? null;
    const isOrganization = rows.some((row) => row.isOrganization);
    const key = address === null || isOrganization ? person : addressKey(address);
    const amount = rows.reduce((sum, row) => sum + row.amount, 0) + (households.get(key)?.amount ?? 0);
    households.set(key, { amount, isKnown: address !== null });
  }
  const enough = [...households.values()].filter(({ amount }) => amount >= LEAST_YEN);
  const donors = enough.filter(({ isKnown }) => isKnown).length;
  return { fiscalYear, donors, withoutAddress: enough.length - donors };
}

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
