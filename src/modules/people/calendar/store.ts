import { createHash, randomBytes } from 'node:crypto';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';

const column = sealedColumn('people.calendars.token');
const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The secret of somebody's calendar; null where they have none. */
export async function findCalendarToken(db: Database, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('people.calendars')
    .select('token')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? column.tryOpen(db, personId, row.token) : null;
}

/** Whose calendar a secret opens; null for one that is no more, or never was. */
export async function findCalendarOwner(db: Database, token: string): Promise<string | null> {
  const row = await db
    .selectFrom('people.calendars')
    .select('person_id')
    .where('digest', '=', digestOf(token))
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** A fresh secret in the place of any former one. */
export async function renewCalendar(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const made = { token: column.seal(tx, personId, token), digest: digestOf(token), made_at: now };
  await tx
    .insertInto('people.calendars')
    .values({ person_id: personId, ...made })
    .onConflict((of) => of.column('person_id').doUpdateSet(made))
    .execute();
}

export async function endCalendar(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('people.calendars').where('person_id', '=', personId).execute();
}
