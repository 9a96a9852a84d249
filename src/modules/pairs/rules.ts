const MONTHS = 6;

/** The first day that is no longer of a pair that began on a day: six calendar months later, clamped. 31 August: 28 February. */
export function endOfPair(startedOn: Temporal.PlainDate): Temporal.PlainDate {
  return startedOn.add({ months: MONTHS });
}
