import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { SeasonOpenings } from '../../../platform/database/generated.ts';
import type { Opening } from '../types.ts';

/** More than all wards and cities of Tokyo open in three weeks; cut, the last days would look shut. */
const MOST = 2000;

interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

function between(db: Database, { from, to }: Days) {
  return db
    .selectFrom('season.openings')
    .selectAll()
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .orderBy('on_day')
    .orderBy('municipality_code')
    .orderBy('id')
    .limit(MOST);
}

/** All that was collected for some days. */
export async function listOpenings(db: Database, days: Days): Promise<Opening[]> {
  return (await between(db, days).execute()).map(toOpening);
}

/** What everybody sees of it: what a second person has checked. */
export async function listVerifiedOpenings(db: Database, days: Days): Promise<Opening[]> {
  return (await between(db, days).where('verified_on', 'is not', null).execute()).map(toOpening);
}

/** @returns null where there is none; nobody else changes it before the transaction ends */
export async function lockOpening(tx: Tx, id: string): Promise<Opening | null> {
  const query = tx.selectFrom('season.openings').selectAll().where('id', '=', id).forUpdate();
  const row = await query.executeTakeFirst();
  return row ? toOpening(row) : null;
}

export async function insertOpening(
  tx: Tx,
  opening: Omit<Opening, 'id' | 'verifiedOn'>,
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto('season.openings')
    .values({
      municipality_code: opening.municipalityCode,
      place: opening.place,
      on_day: opening.onDay,
      opens_at: opening.opensAt,
      closes_at: opening.closesAt,
      phone: opening.phone,
      source: opening.source,
      collected_by: opening.collectedBy,
      collected_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function markVerified(
  tx: Tx,
  id: string,
  by: { readonly personId: string; readonly on: Temporal.PlainDate },
): Promise<void> {
  const found = { verified_by: by.personId, verified_on: by.on };
  await tx.updateTable('season.openings').set(found).where('id', '=', id).execute();
}

export async function deleteOpening(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('season.openings').where('id', '=', id).execute();
}

const toOpening = (row: Selectable<SeasonOpenings>): Opening => ({
  id: row.id,
  municipalityCode: row.municipality_code,
  place: row.place,
  onDay: row.on_day,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  phone: row.phone,
  source: row.source,
  collectedBy: row.collected_by,
  verifiedOn: row.verified_on,
});
