import type { Database } from '../../../platform/database/connect.ts';
import { isSuspended, personsKeptApart } from '../../trust/index.ts';
import type { Pair } from '../types.ts';

/**
 * Whether the two of a pair may write to each other a last time: not once one of them has stopped it, nor where the
 * organization has come between them.
 */
export async function mayWriteLast(
  db: Database,
  { residentId, volunteerId, writingStoppedAt }: Pair,
  now: Temporal.Instant,
): Promise<boolean> {
  if (writingStoppedAt || (await personsKeptApart(db, residentId)).has(volunteerId)) return false;
  return !(await isSuspended(db, residentId, now)) && !(await isSuspended(db, volunteerId, now));
}
