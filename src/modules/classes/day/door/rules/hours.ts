import type { Session } from '../../../types.ts';

/** From so long before the start; afterwards for whatever phones bring late, and for what is written of the day. */
const OPENS = { hours: 24 };
const STAYS_OPEN = { hours: 24 * 7 };
/** Health and who may fetch are read on the day alone. */
const LIST_STAYS = { hours: 24 };
/** Families are late. */
export const LATE_AFTER = { minutes: 15 };

type Dated = Pick<Session, 'state' | 'startsAt' | 'endsAt'>;

export const doorOpensAt = ({ startsAt }: Pick<Session, 'startsAt'>): Temporal.Instant =>
  startsAt.subtract(OPENS);

/** Whether what happens on a day is written down now; of one that was called off, too: children may have come before. */
export function isDayOpen(session: Dated, now: Temporal.Instant): boolean {
  return session.state !== 'planned' && isWithin(session, now, STAYS_OPEN);
}

/** Whether those who teach that day read the list of it: who may fetch whom, and what nobody may eat. */
export const isListShown = (session: Dated, now: Temporal.Instant): boolean =>
  isDayOpen(session, now) && isWithin(session, now, LIST_STAYS);

function isWithin({ startsAt, endsAt }: Dated, now: Temporal.Instant, stays: Temporal.DurationLike): boolean {
  const { compare } = Temporal.Instant;
  return compare(now, doorOpensAt({ startsAt })) >= 0 && compare(now, endsAt.add(stays)) <= 0;
}

/** From when a child who is still here is one who was not fetched. */
export const isLateFrom = ({ endsAt }: Pick<Session, 'endsAt'>): Temporal.Instant => endsAt.add(LATE_AFTER);
