import type { Database } from '../../../../platform/database/connect.ts';
import type { Pair } from '../../types.ts';
import type { Begun } from '../rules/calendar.ts';
import { lonelinessDue, type MonthAsked } from '../rules/loneliness.ts';
import { listMonthsAnswered } from '../store/loneliness.ts';

/** For which month somebody of a pair is asked now; null for none. */
export async function findLonelinessDue(
  db: Database,
  pair: Pair & Begun,
  { personId, today }: { readonly personId: string; readonly today: Temporal.PlainDate },
): Promise<MonthAsked | null> {
  const answered = await listMonthsAnswered(db, { pairId: pair.id, personId });
  return lonelinessDue(pair, { today, answered });
}
