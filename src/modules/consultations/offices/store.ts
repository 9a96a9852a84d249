import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { UNREADABLE } from '../../../platform/sealed/column.ts';
import { type MatterKey, matterColumn } from '../sealed/matter-key.ts';

const office = matterColumn('consultations.office_referrals.office');
const told = matterColumn('consultations.office_referrals.told');

/** Which office, as it was called when whoever has asked agreed, and what they show there. */
const Going = z.object({ officeId: z.string(), name: z.string(), japanese: z.string(), own: z.string() });
export type Going = z.infer<typeof Going>;

export interface OfficeReferral extends Going {
  readonly id: string;
  readonly proposedAt: Temporal.Instant;
  readonly agreedAt: Temporal.Instant | null;
  /** What was said to whom there; null: nothing. */
  readonly told: string | null;
  readonly endedAt: Temporal.Instant | null;
}

export async function insertOfficeReferral(
  tx: Tx,
  key: MatterKey,
  { going, by, now }: { readonly going: Going; readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const id = randomUUID();
  const held = office.seal(tx, key, id, JSON.stringify(going));
  await tx
    .insertInto('consultations.office_referrals')
    .values({ id, matter_id: key.matterId, office: held, proposed_by: by, proposed_at: now })
    .execute();
}

const MOST = 30;

/** The newest first. */
export async function listOfficeReferrals(db: Database, key: MatterKey): Promise<OfficeReferral[]> {
  const rows = await db
    .selectFrom('consultations.office_referrals')
    .selectAll()
    .where('matter_id', '=', key.matterId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    ...(office.read(db, key, { row: row.id, held: row.office }, Going) ?? {
      ...{ officeId: '', name: UNREADABLE, japanese: UNREADABLE, own: UNREADABLE },
    }),
    id: row.id,
    proposedAt: row.proposed_at,
    agreedAt: row.agreed_at,
    told: row.told && told.open(db, key, row.id, row.told),
    endedAt: row.ended_at,
  }));
}

export async function markOfficeReferral(
  tx: Tx,
  id: string,
  marks: { readonly agreed_at?: Temporal.Instant; readonly ended_at?: Temporal.Instant },
): Promise<void> {
  await tx.updateTable('consultations.office_referrals').set(marks).where('id', '=', id).execute();
}

export async function writeTold(
  tx: Tx,
  key: MatterKey,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<void> {
  await tx
    .updateTable('consultations.office_referrals')
    .set({ told: told.seal(tx, key, id, words) })
    .where('id', '=', id)
    .execute();
}
