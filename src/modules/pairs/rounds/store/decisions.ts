import { sql } from 'kysely';
import type { PairIds } from '../../../../matching/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Decision } from '../types.ts';

/** What coordinators have decided in a round. */
export async function listDecisions(db: Database, roundId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('pairs.round_decisions')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('decided_at')
    .orderBy('resident_application_id')
    .orderBy('volunteer_application_id')
    .execute();
  return rows.map((row) => ({
    residentId: row.resident_application_id,
    volunteerId: row.volunteer_application_id,
    kind: row.kind,
    by: row.decided_by,
    at: row.decided_at,
  }));
}

/**
 * Decides on two, in place of what was decided on them; a resident who is put together with somebody is with nobody else.
 * @returns false where they are not a resident's application and a volunteer's
 */
export async function setDecision(tx: Tx, roundId: string, decision: Decision): Promise<boolean> {
  await dropDecision(tx, roundId, decision);
  if (decision.kind === 'pin')
    await tx
      .deleteFrom('pairs.round_decisions')
      .where('round_id', '=', roundId)
      .where('resident_application_id', '=', decision.residentId)
      .where('kind', '=', 'pin')
      .execute();
  const { residentId, volunteerId, kind, by, at } = decision;
  const made = await sql`
    insert into pairs.round_decisions
      (round_id, resident_application_id, volunteer_application_id, kind, decided_by, decided_at)
    select ${roundId}, r.id, v.id, ${kind}, ${by}, ${at}::timestamptz
    from pairs.applications r, pairs.applications v
    where r.id = ${residentId} and r.side = 'resident' and v.id = ${volunteerId} and v.side = 'volunteer'`.execute(
    tx,
  );
  return made.numAffectedRows === 1n;
}

/** @returns whether anything was decided on the two */
export async function dropDecision(tx: Tx, roundId: string, pair: PairIds): Promise<boolean> {
  const gone = await tx
    .deleteFrom('pairs.round_decisions')
    .where('round_id', '=', roundId)
    .where('resident_application_id', '=', pair.residentId)
    .where('volunteer_application_id', '=', pair.volunteerId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
