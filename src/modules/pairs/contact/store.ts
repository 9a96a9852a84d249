import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Channel } from '../../people/index.ts';
import type { Side } from '../types.ts';

/** By which ways each side lets the other reach them. */
export async function findContacts(
  db: Database,
  pairId: string,
): Promise<ReadonlyMap<Side, readonly Channel[]>> {
  const rows = await db
    .selectFrom('pairs.given_contacts')
    .select(['side', 'channels'])
    .where('pair_id', '=', pairId)
    .execute();
  return new Map(rows.map(({ side, channels }) => [side, channels as Channel[]]));
}

export async function giveContacts(
  tx: Tx,
  pairId: string,
  by: {
    readonly side: Side;
    readonly personId: string;
    readonly channels: readonly Channel[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const given = { channels: [...by.channels], given_at: by.at };
  await tx
    .insertInto('pairs.given_contacts')
    .values({ pair_id: pairId, side: by.side, person_id: by.personId, ...given })
    .onConflict((conflict) => conflict.columns(['pair_id', 'side']).doUpdateSet(given))
    .execute();
}

/** @param side only what one side gave; both, where absent */
export async function takeContactsBack(tx: Tx, pairId: string, side?: Side): Promise<void> {
  let all = tx.deleteFrom('pairs.given_contacts').where('pair_id', '=', pairId);
  if (side) all = all.where('side', '=', side);
  await all.execute();
}
