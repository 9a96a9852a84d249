import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { OtherChannel } from '../types.ts';

/** Somebody's addresses on other channels, by channel. */
export async function findChannels(
  db: Database,
  personId: string,
): Promise<Partial<Record<OtherChannel, string>>> {
  const rows = await db
    .selectFrom('people.contact_channels')
    .select(['channel', 'address'])
    .where('person_id', '=', personId)
    .execute();
  return Object.fromEntries(rows.map(({ channel, address }) => [channel, address]));
}

/** Puts these addresses in the place of the ones somebody had. */
export async function replaceChannels(
  tx: Tx,
  personId: string,
  addresses: Readonly<Record<OtherChannel, string | null>>,
): Promise<void> {
  await tx.deleteFrom('people.contact_channels').where('person_id', '=', personId).execute();
  const values = Object.entries(addresses).flatMap(([channel, address]) =>
    address === null ? [] : [{ person_id: personId, channel, address }],
  );
  if (values.length > 0) await tx.insertInto('people.contact_channels').values(values).execute();
}
