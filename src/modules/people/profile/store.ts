import type { Database, Tx } from '../../../platform/database/connect.ts';
import { findPerson } from '../persons/store.ts';
import type { Channel, OtherChannel } from '../types.ts';

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

/** Every way to reach somebody that they have told us, whoever may know of it. */
export async function findReach(
  db: Database,
  personId: string,
): Promise<Readonly<Partial<Record<Channel, string>>>> {
  const person = await findPerson(db, personId);
  return {
    ...(person?.email && { email: person.email }),
    ...(person?.phone && { phone: person.phone }),
    ...(await findChannels(db, personId)),
  };
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
