/** For so long after they met somebody can say that they wish for more; as long, it waits for the other. */
const OPEN = { hours: 24 * 90 };

/** Whom one has met before this is past: their wishes are forgotten. */
export function openSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract(OPEN);
}
