import type { Database } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { findClosedUntil } from './store/closing.ts';

/**
 * Whether something can be entered by hand for a day. Refuses, beside the field, one to come and one of a month that is closed;
 * what comes by itself is booked on the first open day instead.
 */
export async function mayBookOn(
  db: Database,
  day: Temporal.PlainDate,
  { now, field }: { readonly now: Temporal.Instant; readonly field: string },
): Promise<Outcome<null>> {
  if (Temporal.PlainDate.compare(day, dayInJapan(now)) > 0) return refuse('booked_day_is_to_come', {}, field);
  const closed = await findClosedUntil(db);
  return Temporal.PlainDate.compare(day, closed) > 0
    ? accept(null)
    : refuse('books_are_closed', { day: closed.toString() }, field);
}
