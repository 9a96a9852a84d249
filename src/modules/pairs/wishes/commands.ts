import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { isSuspended, personsKeptApart } from '../../trust/index.ts';
import { publish } from '../events.ts';
import { openSince } from './rules.ts';
import { listMet, lockMutual, type Met, markTold, updateWish } from './store.ts';

/** Whom somebody may wish to meet for half a year: whom they met lately, and are not kept apart from. */
export async function listMayWish(db: Database, personId: string, now: Temporal.Instant): Promise<Met[]> {
  const met = await listMet(db, personId, openSince(now));
  if (met.length === 0) return met;
  const apart = await personsKeptApart(db, personId);
  return met.filter(({ otherId }) => !apart.has(otherId));
}

/**
 * Somebody says with whom of those they met they wish for half a year; of all others, that they do not. Every answer is
 * written anew, whatever it was and is, so that sending it takes as long and leaves the same behind either way. Whom both
 * were told of stays as it is; ids of others are not heeded.
 */
export async function sayWishes(
  tx: Tx,
  personId: string,
  said: { readonly with: readonly string[]; readonly now: Temporal.Instant },
): Promise<void> {
  for (const met of await listMayWish(tx, personId, said.now))
    if (met.toldAt === null) await updateWish(tx, met, said.with.includes(met.id) ? 'wished' : 'silent');
}

/**
 * Tells those two who both wish it, both in the same moment. It runs at one hour of the day: when it comes says nothing of
 * who said it first. @returns how many pairs of people were told
 */
export async function tellMutual(db: Database, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (tx) => {
    let told = 0;
    for (const { id, residentId, volunteerId } of await lockMutual(tx, openSince(now))) {
      const apart = await personsKeptApart(tx, residentId);
      const isOne = async (personId: string) => isSuspended(tx, personId, now);
      if (apart.has(volunteerId) || (await isOne(residentId)) || (await isOne(volunteerId))) continue;
      await markTold(tx, id, now);
      const live = [`person:${residentId}`, `person:${volunteerId}`, 'desk'];
      await publish(tx, { type: 'pairs.wish.mutual', ids: { meetingId: id, residentId, volunteerId }, live });
      told++;
    }
    return told;
  });
}
