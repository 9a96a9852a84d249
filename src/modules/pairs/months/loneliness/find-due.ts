import type { Database } from '../../../../platform/database/connect.ts';
import { isCurrent } from '../../applications/rules.ts';
import { personOf } from '../../pair/over.ts';
import { listPairsOf } from '../../pair/store.ts';
import { type Application, type Pair, SIDES } from '../../types.ts';
import { type Begun, hasBegun } from '../rules/calendar.ts';
import { lonelinessDue, type MonthInPair } from '../rules/loneliness.ts';
import { listSaidLoneliness } from '../store/loneliness.ts';

/** For which month somebody of a pair is asked now; null for none. */
export async function findLonelinessDue(
  db: Database,
  pair: Pair & Begun,
  { personId, today }: { readonly personId: string; readonly today: Temporal.PlainDate },
): Promise<MonthInPair | null> {
  const side = SIDES.find((one) => personOf(pair, one) === personId);
  if (!side) return null;
  const { volunteerApplicationId, residentApplicationId } = pair;
  const own = side === 'volunteer' ? volunteerApplicationId : residentApplicationId;
  return lonelinessDue(pair, { today, said: await listSaidLoneliness(db, own) });
}

/** Whether somebody may say how lonely they are before: once, as long as no pair of their application has begun. */
export async function isAskedBefore(db: Database, application: Application): Promise<boolean> {
  if (!isCurrent(application)) return false;
  if ((await listSaidLoneliness(db, application.id)).length > 0) return false;
  return !(await listPairsOf(db, application.id)).some(hasBegun);
}
