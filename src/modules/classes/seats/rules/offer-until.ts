const ZONE = 'Asia/Tokyo';
/** A week before the day a family has planned around it: until then seats are given without asking again. */
const GIVEN_BEFORE_HOURS = 7 * 24;
/** An offer is held for a day, but never past six in the evening of the day before, when the shopping for the snack is done. */
const HELD_HOURS = 24;
const CLOSES_AT = '18:00';
/** Whoever is at work needs an hour to see it. */
const SHORTEST_HOURS = 1;
/** Nobody is woken: what is offered at night is held until ten. */
const AWAKE_FROM = '08:00';
const ASLEEP_FROM = '21:00';
const FIRST_END = '10:00';

/** Whether a free seat goes to whoever waits without asking them again. */
export function isGivenAtOnce(startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return startsAt.since(now).total('hours') >= GIVEN_BEFORE_HOURS;
}

/** The last moment at which a seat of a session can be taken from an offer: 18:00 on the day before. */
export function offersCloseAt(startsAt: Temporal.Instant): Temporal.Instant {
  const day = startsAt.toZonedDateTimeISO(ZONE).toPlainDate().subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(CLOSES_AT) }).toInstant();
}

/** Until when an offer that is made now is held; null when it is too late for one. */
export function offerUntil(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const closes = offersCloseAt(startsAt);
  if (closes.since(now).total('hours') < SHORTEST_HOURS) return null;
  const until = now.add({ hours: HELD_HOURS }).toZonedDateTimeISO(ZONE);
  const held = whileAwake(until).toInstant();
  return Temporal.Instant.compare(held, closes) < 0 ? held : closes;
}

function whileAwake(until: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const time = until.toPlainTime();
  const first = Temporal.PlainTime.from(FIRST_END);
  if (Temporal.PlainTime.compare(time, AWAKE_FROM) < 0) return until.withPlainTime(first);
  if (Temporal.PlainTime.compare(time, ASLEEP_FROM) >= 0) return until.add({ days: 1 }).withPlainTime(first);
  return until;
}
