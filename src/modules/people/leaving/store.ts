import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';

/** How staff made sure that nobody else is asking. */
export const IDENTITY_CHECKS = ['in_person', 'called_back', 'letter_and_paper'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

/** Somebody who has asked to be erased. */
export interface Leaving {
  readonly personId: string;
  readonly askedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  /** When the programs were told for the second time, just before the erasure. */
  readonly toldAt: Temporal.Instant | null;
}

const COLUMNS = [
  'person_id as personId',
  'asked_at as askedAt',
  'due_at as dueAt',
  'told_at as toldAt',
] as const;

/** @returns null for somebody who stays */
export async function findLeaving(db: Database, personId: string): Promise<Leaving | null> {
  const row = await db
    .selectFrom('people.leavings')
    .select(COLUMNS)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Those whose time to take it back is over. */
export async function listDue(db: Database, now: Temporal.Instant): Promise<Leaving[]> {
  return db
    .selectFrom('people.leavings')
    .select(COLUMNS)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(200)
    .execute();
}

/** @returns false for somebody who has asked before */
export async function insertLeaving(
  tx: Tx,
  leaving: Omit<Leaving, 'toldAt'> & { askedBy: string | null; identityCheck: IdentityCheck | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('people.leavings')
    .values({
      person_id: leaving.personId,
      asked_at: leaving.askedAt,
      due_at: leaving.dueAt,
      asked_by: leaving.askedBy,
      identity_check: leaving.identityCheck,
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns false for somebody who had not asked */
export async function deleteLeaving(tx: Tx, personId: string): Promise<boolean> {
  const done = await tx.deleteFrom('people.leavings').where('person_id', '=', personId).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

export async function markTold(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('people.leavings').set({ told_at: now }).where('person_id', '=', personId).execute();
}

/** The others of a household who have no address of their own, once nobody is left in it who keeps it. */
export async function listLeftBehind(db: Database, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people.household_members own
    join people.household_members m on m.household_id = own.household_id and m.person_id <> own.person_id
    join people.persons p on p.id = m.person_id
    where own.person_id = ${personId}::uuid and not exists (
      select from people.household_members o join people.persons a on a.id = o.person_id
      where o.household_id = own.household_id and o.person_id <> own.person_id and a.email is not null)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
