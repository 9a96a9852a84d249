import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { HistoryLine } from '../types.ts';

const transitionReason = sealedColumn('spot.transitions.reason');

/** Appends an act to a request's history. */
export async function insertHistory(tx: Tx, requestId: string, line: HistoryLine): Promise<void> {
  await tx
    .insertInto('spot.transitions')
    .values({
      request_id: requestId,
      act: line.act,
      from_state: line.from,
      to_state: line.to,
      by_person: line.byPerson,
      by_party: line.byParty,
      reason: transitionReason.seal(tx, `${requestId} ${line.act}`, line.reason),
      at: line.at,
    })
    .execute();
}

/** All that was done to a request, oldest first. */
export async function listHistory(db: Database, requestId: string): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('spot.transitions')
    .select([
      'act',
      'from_state as from',
      'to_state as to',
      'by_person as byPerson',
      'by_party as byParty',
      'reason',
      'at',
    ])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    reason: transitionReason.open(db, `${requestId} ${row.act}`, row.reason),
  }));
}
