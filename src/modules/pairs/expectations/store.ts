import { type Given, sealedAnswers } from '../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Side } from '../types.ts';

const given = sealedAnswers('pairs.expectations.given');

/** What the sides of a pair have written. */
export async function findExpectations(db: Database, pairId: string): Promise<ReadonlyMap<Side, Given>> {
  const rows = await db
    .selectFrom('pairs.expectations')
    .select(['side', 'given'])
    .where('pair_id', '=', pairId)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const opened = given.open(db, `${pairId} ${row.side}`, row.given);
      return opened ? [[row.side, opened] as const] : [];
    }),
  );
}

/** Keeps what a side wrote, in the place of what it had written. */
export async function keepExpectations(
  tx: Tx,
  pairId: string,
  by: {
    readonly side: Side;
    readonly personId: string;
    readonly given: Given;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const kept = { given: given.seal(tx, `${pairId} ${by.side}`, by.given), given_at: by.at };
  await tx
    .insertInto('pairs.expectations')
    .values({ pair_id: pairId, side: by.side, person_id: by.personId, ...kept })
    .onConflict((conflict) => conflict.columns(['pair_id', 'side']).doUpdateSet(kept))
    .execute();
}
