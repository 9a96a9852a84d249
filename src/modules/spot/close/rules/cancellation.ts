import type { SpotSettings } from '../../settings.ts';

/**
 * Whether cancelling a visit now is late: after the evening of the day before, real costs of the volunteer may already
 * have been paid. A request without a volunteer is never cancelled late.
 */
export function isLateCancellation(
  startsAt: Temporal.Instant | null,
  now: Temporal.Instant,
  settings: SpotSettings,
): boolean {
  if (!startsAt) return false;
  const freeUntil = startsAt
    .toZonedDateTimeISO(settings.timeZone)
    .subtract({ days: 1 })
    .withPlainTime(Temporal.PlainTime.from(settings.freeCancellationUntil));
  return Temporal.Instant.compare(now, freeUntil.toInstant()) > 0;
}
