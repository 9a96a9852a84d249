import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** Early enough to set out, or to say that one can't come. */
const REMINDED_BEFORE_SECONDS = 2 * 60 * 60;

/** Above any that a visit can have had: it tells a former volunteer nothing of what happened to the request since. */
const LAST_SEQUENCE = 1_000_000;

/** What a calendar shows of a visit. Calendars are seen by others: nothing of the need, health or the address. */
export interface VisitInCalendar {
  readonly requestId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** In the reader's language, such as `Otonari: visit`. */
  readonly title: string;
  readonly state:
    | {
        readonly is: 'confirmed';
        /** The request's; it rises with every change. */
        readonly version: number;
        /** Municipality and town as the reader knows them; null for a visit online or by phone. */
        readonly area: string | null;
        /** The request's page, where the details are. */
        readonly url: string;
      }
    /** It will not take place; `version` is null for who no longer comes along. */
    | { readonly is: 'cancelled'; readonly version: number | null };
}

/**
 * A visit as an iCalendar file (RFC 5545, 5546). All visits of a request have one UID and a rising SEQUENCE, so that a
 * calendar replaces what it has: by the new time, the new person, or the cancellation. A visit that takes place reminds two
 * hours before; of one that does not, only its time is left.
 * @param now when the file is made
 */
export function toCalendarFile(visit: VisitInCalendar, now: Temporal.Instant): string {
  const { state } = visit;
  const calendar = ical({
    prodId: { company: 'Otonari', product: 'Spot' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const isConfirmed = state.is === 'confirmed';
  const event = calendar.createEvent({
    id: `${visit.requestId}@otonari`,
    sequence: state.version ?? LAST_SEQUENCE,
    stamp: now,
    start: visit.startsAt,
    end: visit.endsAt,
    summary: visit.title,
    status: isConfirmed ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(isConfirmed && { url: state.url }),
    ...(isConfirmed && state.area && { location: state.area }),
  });
  if (isConfirmed) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: REMINDED_BEFORE_SECONDS });
  return `${calendar.toString()}\r\n`;
}
