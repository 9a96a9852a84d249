import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { type MatterKey, matterColumn } from '../../sealed/matter-key.ts';

const column = matterColumn('consultations.parties.party');

/** What somebody is in a matter. `self`: whoever has asked, by writings of their name that we don't know from their profile. */
export const PARTY_ROLES = [
  'self',
  'family',
  'ex_partner',
  'employer',
  'landlord',
  'office',
  'other_side',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

const Kept = z.object({ role: z.enum(PARTY_ROLES), names: z.array(z.string()).min(1) });

/** Somebody whom a matter touches. */
export interface Party {
  readonly id: string;
  readonly role: PartyRole;
  /** Every known writing of their name, the usual one first. */
  readonly names: readonly string[];
}

export const MOST_PARTIES = 20;

/** @returns null where one of them does not open any more: then nothing can be said of who is touched */
export async function listParties(db: Database, key: MatterKey): Promise<readonly Party[] | null> {
  const rows = await db
    .selectFrom('consultations.parties')
    .select(['id', 'party'])
    .where('matter_id', '=', key.matterId)
    .orderBy('entered_at')
    .orderBy('id')
    .limit(MOST_PARTIES + 1)
    .execute();
  const parties = rows.flatMap(({ id, party }) => {
    const kept = column.read(db, key, { row: id, held: party }, Kept);
    return kept ? { id, ...kept } : [];
  });
  return parties.length === rows.length ? parties : null;
}

export async function insertParty(
  tx: Tx,
  key: MatterKey,
  { by, now, ...party }: Omit<Party, 'id'> & { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('consultations.parties')
    .values({
      id,
      matter_id: key.matterId,
      party: column.seal(tx, key, id, JSON.stringify(party)),
      entered_by: by,
      entered_at: now,
    })
    .execute();
}

/** @returns whether there was one */
export async function deleteParty(
  tx: Tx,
  { matterId, id }: { matterId: string; id: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom('consultations.parties')
    .where('id', '=', id)
    .where('matter_id', '=', matterId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
