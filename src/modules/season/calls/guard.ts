import type { Database } from '../../../platform/database/connect.ts';
import { approvalHolderIds, approvedVolunteerIds, isSuspended, personsKeptApart } from '../../trust/index.ts';

interface Two {
  readonly volunteerId: string;
  readonly residentId: string;
}

/** Whether one may be found somebody who calls the other: the volunteer may be asked now, nobody is stopped, nobody kept apart. */
export async function mayCall(
  db: Database,
  { volunteerId, residentId }: Two,
  now: Temporal.Instant,
): Promise<boolean> {
  if (await isSuspended(db, residentId, now)) return false;
  if (!(await approvedVolunteerIds(db, now, [volunteerId])).has(volunteerId)) return false;
  return !(await personsKeptApart(db, residentId)).has(volunteerId);
}

/** Whether what was arranged still stands: since then the volunteer may have left, or the two be kept apart. Neither is told why. */
export async function mayStillCall(db: Database, { volunteerId, residentId }: Two): Promise<boolean> {
  if (!(await approvalHolderIds(db, [volunteerId])).has(volunteerId)) return false;
  return !(await personsKeptApart(db, residentId)).has(volunteerId);
}
