import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { factsOf, type Kind, type QuietHours } from '../types.ts';

/** When mail may go out: now, or at the end of the quiet hours that `now` lies in. */
export function endOfQuiet(now: Temporal.Instant, quiet: QuietHours): Temporal.Instant {
  const local = now.toZonedDateTimeISO(TIME_ZONE);
  if (!isQuiet(local.hour, quiet)) return now;
  const end = local.startOfDay().with({ hour: quiet.untilHour });
  const ahead = Temporal.ZonedDateTime.compare(end, local) > 0 ? end : end.add({ days: 1 });
  return ahead.toInstant();
}

function isQuiet(hour: number, { fromHour, untilHour }: QuietHours): boolean {
  if (fromHour <= untilHour) return fromHour <= hour && hour < untilHour;
  return hour >= fromHour || hour < untilHour;
}

/** A visit this near must be heard of even at night. */
const SOON = { hours: 24 };
/** The longest visit with its delays: one that began this long ago may still be under way. */
const UNDER_WAY = { hours: 4 };

/** Whether one of the times at which a visit was planned is near. */
export function isSoon(times: readonly Temporal.Instant[], now: Temporal.Instant): boolean {
  const { compare } = Temporal.Instant;
  return times.some(
    (time) => compare(time, now.add(SOON)) <= 0 && compare(time, now.subtract(UNDER_WAY)) >= 0,
  );
}

/** The least time between two mails about the desk. */
const DIGEST_MINUTES = 60;

interface Waiting {
  readonly kind: Kind;
  readonly now: Temporal.Instant;
  readonly quiet: QuietHours;
  /** When the visit it is about was planned; none known: empty. */
  readonly visitTimes: readonly Temporal.Instant[];
  /** When the person last got a mail about the desk. */
  readonly lastDigestAt: Temporal.Instant | null;
}

/**
 * When the mail of a notification is due. Safety and visits of the next 24 hours never wait; everything else waits
 * for the morning, and matters of the desk until an hour after the last mail about it.
 */
export function dueAt({ kind, now, quiet, visitTimes, lastDigestAt }: Waiting): Temporal.Instant {
  const { urgency, group } = factsOf(kind);
  if (urgency === 'now' || (urgency === 'if_soon' && isSoon(visitTimes, now))) return now;
  const after = group === 'desk' && lastDigestAt ? lastDigestAt.add({ minutes: DIGEST_MINUTES }) : now;
  return endOfQuiet(Temporal.Instant.compare(after, now) > 0 ? after : now, quiet);
}
