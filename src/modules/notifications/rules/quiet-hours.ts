import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { DESK, type NewsKind } from '../../../platform/news.ts';
import type { QuietHours } from '../types.ts';

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

/** What is this near must be heard of even at night. */
const SOON = { hours: 24 };
/** The longest meeting with its delays: one that began this long ago may still be under way. */
const UNDER_WAY = { hours: 4 };

/** Whether one of the times at which something was planned is near. */
export function isSoon(times: readonly Temporal.Instant[], now: Temporal.Instant): boolean {
  const { compare } = Temporal.Instant;
  return times.some(
    (time) => compare(time, now.add(SOON)) <= 0 && compare(time, now.subtract(UNDER_WAY)) >= 0,
  );
}

/** The least time between two mails about the desk. */
const DIGEST_MINUTES = 60;

interface Waiting {
  readonly kind: Pick<NewsKind, 'group' | 'urgency'>;
  readonly now: Temporal.Instant;
  readonly quiet: QuietHours;
  /** When the thing it is about was planned; none known: empty. */
  readonly times: readonly Temporal.Instant[];
  /** When the person last got a mail about the desk. */
  readonly lastDigestAt: Temporal.Instant | null;
}

/**
 * When the mail of a notification is due. Safety and what is planned for the next 24 hours never wait; everything else waits
 * for the morning, and matters of the desk until an hour after the last mail about it.
 */
export function dueAt({ kind, now, quiet, times, lastDigestAt }: Waiting): Temporal.Instant {
  const { urgency, group } = kind;
  if (urgency === 'now' || (urgency === 'if_soon' && isSoon(times, now))) return now;
  const after = group === DESK && lastDigestAt ? lastDigestAt.add({ minutes: DIGEST_MINUTES }) : now;
  return endOfQuiet(Temporal.Instant.compare(after, now) > 0 ? after : now, quiet);
}
