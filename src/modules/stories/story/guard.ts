import type { Database } from '../../../platform/database/connect.ts';
import { isSuspended, personsKeptApart } from '../../trust/index.ts';

/** Whether a restriction stands on somebody: then their face and place stay out of a story unless they say otherwise. */
export async function isRestricted(db: Database, personId: string, now: Temporal.Instant): Promise<boolean> {
  return (await isSuspended(db, personId, now)) || (await personsKeptApart(db, personId)).size > 0;
}
