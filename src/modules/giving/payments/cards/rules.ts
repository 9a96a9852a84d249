/** As many cards that fail are no giver any more: somebody tries out which stolen numbers still work. */
export const LIMITS = {
  /** At the page of one gift. */
  ofPage: 5,
  /** Of one card within a day, at whatever pages. */
  ofCard: 5,
  /** Of all within an hour: then nobody gives by card until the treasurer opens again. */
  inHour: 20,
} as const;

export type Failures = Readonly<Record<keyof typeof LIMITS, number>>;

/** @param failures with the one that has just come @returns whether its page is closed, and whether all cards rest */
export function judge({ ofPage, ofCard, inHour }: Failures): {
  readonly closesPage: boolean;
  readonly rests: boolean;
} {
  const rests = inHour >= LIMITS.inHour;
  return { closesPage: rests || ofPage >= LIMITS.ofPage || ofCard >= LIMITS.ofCard, rests };
}
