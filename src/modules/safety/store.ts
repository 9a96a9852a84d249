import type { Database, Tx } from '../../platform/database/connect.ts';

/** What was found when lines were called. */
export async function listChecks(
  db: Database,
): Promise<{ number: string; verifiedOn: Temporal.PlainDate | null; isHidden: boolean }[]> {
  return await db
    .selectFrom('safety.helpline_checks')
    .select(['number', 'verified_on as verifiedOn', 'is_hidden as isHidden'])
    .execute();
}

interface Check {
  readonly number: string;
  readonly by: string;
  readonly now: Temporal.Instant;
}

export async function saveVerified(tx: Tx, check: Check & { on: Temporal.PlainDate }): Promise<void> {
  const found = { verified_on: check.on, is_hidden: false, checked_by: check.by, checked_at: check.now };
  await save(tx, check.number, found);
}

export async function saveHidden(tx: Tx, check: Check & { isHidden: boolean }): Promise<void> {
  await save(tx, check.number, { is_hidden: check.isHidden, checked_by: check.by, checked_at: check.now });
}

/** Forgets that somebody called and found a line right; whether it is hidden stays. */
export async function clearVerified(tx: Tx, number: string): Promise<void> {
  await tx
    .updateTable('safety.helpline_checks')
    .set({ verified_on: null })
    .where('number', '=', number)
    .execute();
}

/** Forgets all that was found of a line. */
export async function deleteCheck(tx: Tx, number: string): Promise<void> {
  await tx.deleteFrom('safety.helpline_checks').where('number', '=', number).execute();
}

interface Found {
  readonly verified_on?: Temporal.PlainDate;
  readonly is_hidden: boolean;
  readonly checked_by: string;
  readonly checked_at: Temporal.Instant;
}

async function save(tx: Tx, number: string, found: Found): Promise<void> {
  await tx
    .insertInto('safety.helpline_checks')
    .values({ number, ...found })
    .onConflict((conflict) => conflict.column('number').doUpdateSet(found))
    .execute();
}
