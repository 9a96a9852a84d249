import { randomBytes } from 'node:crypto';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import type { GivingPracticeObjects } from '../../../../platform/database/generated.ts';
import type { Span } from '../provider.ts';

/** What the practice provider remembers of a page, a monthly payment, a charge or what went back of one. */
export type PracticeObject = Selectable<GivingPracticeObjects>;
export type PracticeKind = 'cs' | 'sub' | 'ch' | 're';

export const kindOf = (id: string): PracticeKind => id.split('_')[0] as PracticeKind;

/** @returns its name */
export async function insertPractice(
  db: Database,
  kind: PracticeKind,
  made: Omit<Insertable<GivingPracticeObjects>, 'id' | 'changed_at'>,
): Promise<string> {
  const id = `${kind}_practice_${randomBytes(16).toString('hex')}`;
  await db
    .insertInto('giving.practice_objects')
    .values({ ...made, id, changed_at: made.made_at })
    .execute();
  return id;
}

export async function findPractice(
  db: Database,
  id: string,
  lock: 'locked' | 'unlocked' = 'unlocked',
): Promise<PracticeObject | null> {
  const found = db.selectFrom('giving.practice_objects').selectAll().where('id', '=', id);
  return (await (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst()) ?? null;
}

/** The page that is open for somebody's payment. */
export async function findOpenPage(db: Database, reference: string, amount: number): Promise<string | null> {
  const row = await db
    .selectFrom('giving.practice_objects')
    .select('id')
    .where('reference', '=', reference)
    .where('amount_jpy', '=', amount)
    .where('state', '=', 'open')
    .where('id', 'like', 'cs%')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updatePractice(
  db: Database,
  id: string,
  changes: Updateable<GivingPracticeObjects>,
): Promise<void> {
  await db.updateTable('giving.practice_objects').set(changes).where('id', '=', id).execute();
}

/** So much of a charge goes back; asked again with the same key, nothing more does. */
export async function insertPracticeRefund(
  db: Database,
  { id, channel }: PracticeObject,
  back: { readonly amount: number; readonly key: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { amount, key, now } = back;
  await db
    .insertInto('giving.practice_objects')
    .values({
      id: `re_practice_${key}`,
      reference: id,
      channel,
      amount_jpy: amount,
      state: 'under_way',
      made_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** What went back of a charge, the oldest first. */
export function listPracticeRefunds(db: Database, charge: string): Promise<PracticeObject[]> {
  return db
    .selectFrom('giving.practice_objects')
    .selectAll()
    .where('reference', '=', charge)
    .where('id', 'like', 're%')
    .orderBy('made_at')
    .execute();
}

/** Charges that have succeeded, the oldest first. */
export function listPracticeCharges(db: Database, { from, until }: Span): Promise<PracticeObject[]> {
  return db
    .selectFrom('giving.practice_objects')
    .selectAll()
    .where('id', 'like', 'ch%')
    .where('state', '=', 'succeeded')
    .where('made_at', '>=', from)
    .where('made_at', '<', until)
    .orderBy('made_at')
    .execute();
}
