import type { Database, Tx } from '../../../platform/database/connect.ts';
import { DANGER_CHECKS, type DangerCheck } from '../danger/checks.ts';

export interface DoneCheck {
  readonly item: DangerCheck;
  readonly byPersonId: string;
  readonly at: Temporal.Instant;
}

export async function listDangerChecks(db: Database, matterId: string): Promise<DoneCheck[]> {
  const rows = await db
    .selectFrom('consultations.danger_checks')
    .select(['item', 'by_person as byPersonId', 'at'])
    .where('matter_id', '=', matterId)
    .execute();
  return rows.flatMap(({ item, ...row }) => {
    const known = DANGER_CHECKS.find((one) => one === item);
    return known ? [{ ...row, item: known }] : [];
  });
}

/** Once done it stays done: who was first stands there. */
export async function insertDangerCheck(
  tx: Tx,
  check: {
    readonly matterId: string;
    readonly item: DangerCheck;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('consultations.danger_checks')
    .values({ matter_id: check.matterId, item: check.item, by_person: check.by, at: check.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
