import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Decision, DecisionAct } from '../types.ts';

const reasonWords = sealedColumn('trust.decisions.reason');

/** Keeps what was decided about somebody: who, when, why. */
export async function insertDecision(
  tx: Tx,
  decision: {
    personId: string;
    act: DecisionAct;
    byPersonId: string | null;
    reason?: string | undefined;
    at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('trust.decisions')
    .values({
      person_id: decision.personId,
      act: decision.act,
      by_person: decision.byPersonId,
      reason: reasonWords.seal(tx, `${decision.personId} ${decision.act}`, decision.reason || null),
      at: decision.at,
    })
    .execute();
}

/** Everything decided about somebody, the newest first. */
export async function listDecisions(db: Database, personId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('trust.decisions')
    .select(['id', 'act', 'by_person as byPersonId', 'reason', 'at'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    reason: reasonWords.open(db, `${personId} ${row.act}`, row.reason),
  }));
}

/**
 * Makes rival decisions about the same people wait for each other until the transaction ends.
 * The order is fixed, so that two transactions never wait in a circle.
 */
export async function lockDecisionsAbout(tx: Tx, ...personIds: readonly string[]): Promise<void> {
  for (const id of [...personIds].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`trust:${id}`}, 0))`.execute(tx);
  }
}
