import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
} from 'ical-generator';
import type { Reply } from '../../platform/web/route.ts';

/** Early enough to set out, or to say that one can't come. */
const REMINDED_BEFORE_SECONDS = 2 * 60 * 60;

/** Above any that an appointment can have had: it tells who is no longer part of it nothing of what happened since. */
export const LAST_SEQUENCE = 1_000_000;

/** What a calendar shows of an appointment. Calendars are seen by others: nothing of the need, health or the address. */
export interface Appointment {
  /** What it is about, the same through all changes of its time: a calendar replaces what it has under this id. */
  readonly id: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** In the reader's language, such as `Otonari: visit`. */
  readonly title: string;
  /** The page where the details are, and roughly where it is; null when it will not take place: then only its time is left. */
  readonly details: { readonly url: string | null; readonly area: string | null } | null;
}

/**
 * An appointment as an iCalendar file (RFC 5545, 5546): what takes place reminds two hours before, what does not takes
 * its place in the calendar as cancelled.
 * @param program whose calendar it is, in a word
 * @param now when the file is made
 */
export function calendarFile(program: string, appointment: Appointment, now: Temporal.Instant): Reply {
  const calendar = begin(program);
  const event = enter(calendar, appointment, now);
  if (appointment.details)
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: REMINDED_BEFORE_SECONDS });
  return fileOf(calendar);
}

/** How often the calendars that follow a feed look again. */
const LOOKED_AT_EVERY_SECONDS = 6 * 60 * 60;

/** Many, as a calendar that others follow: it reminds nobody. @param about `name`: what it is called among their calendars */
export function calendarFeed(
  program: string,
  about: { readonly name: string; readonly appointments: readonly Appointment[] },
  now: Temporal.Instant,
): Reply {
  const calendar = begin(program).name(about.name).ttl(LOOKED_AT_EVERY_SECONDS);
  for (const appointment of about.appointments) enter(calendar, appointment, now);
  return { ...fileOf(calendar), headers: new Headers({ 'cache-control': 'public, max-age=300' }) };
}

function begin(program: string): ICalCalendar {
  return ical({ prodId: { company: 'Otonari', product: program }, method: ICalCalendarMethod.PUBLISH });
}

function enter(calendar: ICalCalendar, appointment: Appointment, now: Temporal.Instant): ICalEvent {
  const { id, sequence, startsAt, endsAt, title, details } = appointment;
  return calendar.createEvent({
    ...{ id: `${id}@otonari`, sequence, stamp: now },
    ...{ start: startsAt, end: endsAt, summary: title },
    status: details ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(details?.url && { url: details.url }),
    ...(details?.area && { location: details.area }),
  });
}

function fileOf(calendar: ICalCalendar): Extract<Reply, { kind: 'file' }> {
  return {
    kind: 'file',
    body: `${calendar.toString()}\r\n`,
    mediaType: 'text/calendar; charset=utf-8',
    name: 'otonari.ics',
  };
}
