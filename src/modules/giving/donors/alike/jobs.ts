import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../../platform/jobs/each.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { listToCompare, proposePairs } from '../store/pairs.ts';
import { keepSigns, listAlike } from '../store/signs.ts';
import { findDonor, lockDonors } from '../store.ts';

/** So many have their turn at once; the others a minute later. */
const AT_ONCE = 500;

/**
 * Compares with all others whoever was entered or changed, by signs that are kept: never all with all. After the fact, so
 * that of two who are entered in the same moment the one who has their turn later finds the other.
 */
export async function compareDonors(db: Database, now: Temporal.Instant): Promise<void> {
  await forEachByItself(await listToCompare(db, AT_ONCE), (donorId) =>
    inTransaction(db, (tx) => compareDonor(tx, donorId, now)),
  );
}

/** Compares one donor with all others. */
export async function compareDonor(tx: Tx, donorId: string, now: Temporal.Instant): Promise<void> {
  // Whoever merges them meanwhile goes first.
  await lockDonors(tx, [donorId]);
  const donor = await findDonor(tx, donorId);
  if (donor?.id !== donorId || !donor.name) return;
  // Kept by whoever wrote them, unless that was the former version or with the former secret.
  await keepSigns(tx, donor);
  await proposePairs(tx, donorId, await listAlike(tx, donorId), now);
}

export const donorTasks: readonly Task[] = [
  { name: 'giving-compare-donors', cron: '* * * * *', run: (_, { db, clock }) => compareDonors(db, clock()) },
];
