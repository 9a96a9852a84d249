import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Session } from '../types.ts';

/** When a day begins and ends, as a coordinator typed it. Refused: `session_ends_before_it_begins`. */
export function timesOf(typed: {
  readonly onDay: Temporal.PlainDate;
  readonly startsAt: string;
  readonly endsAt: string;
}): Outcome<Pick<Session, 'startsAt' | 'endsAt'>> {
  const at = (time: string) =>
    typed.onDay.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: time }).toInstant();
  const [startsAt, endsAt] = [at(typed.startsAt), at(typed.endsAt)];
  return Temporal.Instant.compare(endsAt, startsAt) > 0
    ? accept({ startsAt, endsAt })
    : refuse('session_ends_before_it_begins', {}, 'endsAt');
}
