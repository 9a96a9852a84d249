/** So long the last page of one waits for that of the other. */
const WAITS = { hours: 14 * 24 };

/** When the last page of one is brought although the other has written none. */
export function deliveredAt(overAt: Temporal.Instant): Temporal.Instant {
  return overAt.add(WAITS);
}

/** Since when what was over by then need not wait any more. */
export function overLongEnough(now: Temporal.Instant): Temporal.Instant {
  return now.subtract(WAITS);
}

/** Whether a last page may be read by whom it is for: both have written, or one has waited long enough. */
export function mayBeDelivered(of: {
  readonly closed: number;
  readonly overAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}): boolean {
  const { closed, overAt, now } = of;
  return closed === 2 || Temporal.Instant.compare(overAt, overLongEnough(now)) <= 0;
}
