import type { Database } from '../../../platform/database/connect.ts';
import type { Pair } from '../types.ts';
import { mayWriteLast } from './last-page.ts';
import { alarmsOfClosing } from './questions.ts';
import { type Closure, listClosures } from './store/closures.ts';

/** Whether one of two who were a pair was afraid, by what they said of its end. */
export const isFeared = (closures: readonly Closure[]): boolean =>
  closures.some(({ side, given }) => given && alarmsOfClosing(side, given).length > 0);

/**
 * Whether the two of a pair that is over both said that they wish to stay in touch; never where one was afraid, or where
 * they may not write to each other any more.
 */
export async function stayInTouch(db: Database, pair: Pair, now: Temporal.Instant): Promise<boolean> {
  if (pair.overAt === null) return false;
  const closures = await listClosures(db, pair.id);
  if (closures.filter(({ staysInTouch }) => staysInTouch).length < 2 || isFeared(closures)) return false;
  return mayWriteLast(db, pair, now);
}
