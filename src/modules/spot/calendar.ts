import ical, { ICalAlarmType, ICalEventStatus } from 'ical-generator';
import type { Assignment } from './types.ts';

/** Early enough to set out, or to say that one can't come. */
const REMINDED_BEFORE_SECONDS = 2 * 60 * 60;

/** What a calendar shows of a visit. Calendars are seen by others: nothing of the need, health or the address. */
export interface VisitInCalendar {
  readonly assignment: Assignment;
  /** In the reader's language, such as `Otonari: visit`. */
  readonly title: string;
  /** Municipality and town as the reader knows them; null for a visit online or by phone. */
  readonly area: string | null;
  /** The request's page, where the details are. */
  readonly url: string;
}

/**
 * A confirmed visit as an iCalendar file (RFC 5545). The same visit always gets the same UID, so that a calendar
 * replaces it instead of showing it twice; it reminds two hours before.
 * @throws for an assignment that isn't confirmed
 */
export function toCalendarFile(visit: VisitInCalendar): string {
  const { assignment, title, area, url } = visit;
  if (!assignment.confirmedAt) throw new Error('Only a confirmed visit is put in a calendar.');
  const calendar = ical({ prodId: { company: 'Otonari', product: 'Spot' } });
  const event = calendar.createEvent({
    id: `${assignment.id}@otonari`,
    stamp: assignment.confirmedAt,
    start: assignment.startsAt,
    end: assignment.endsAt,
    summary: title,
    status: ICalEventStatus.CONFIRMED,
    url,
    ...(area && { location: area }),
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: REMINDED_BEFORE_SECONDS });
  return calendar.toString();
}
