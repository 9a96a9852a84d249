import { daily } from '../../../../kits/slots/index.ts';
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
  const freeUntil = daily(settings.freeCancellationUntil, settings.timeZone).before(startsAt);
  return Temporal.Instant.compare(now, freeUntil) > 0;
}
