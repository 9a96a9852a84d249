import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsMeetings } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { type Named, namesOf } from '../../people/index.ts';
import type { Side } from '../types.ts';

/** A wish, or none, in as many letters: what is sealed tells by its length. */
export type Said = 'wished' | 'silent';
const SILENT: Said = 'silent';

const wishes = {
  resident: sealedColumn('pairs.meetings.resident_wish'),
  volunteer: sealedColumn('pairs.meetings.volunteer_wish'),
};

/** Two have met, for the first time or again; what they had wished stays. */
export async function insertMeeting(
  tx: Tx,
  meeting: { readonly residentId: string; readonly volunteerId: string; readonly metAt: Temporal.Instant },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('pairs.meetings')
    .values({
      id,
      resident_id: meeting.residentId,
      volunteer_id: meeting.volunteerId,
      met_at: meeting.metAt,
      resident_wish: wishes.resident.seal(tx, id, SILENT),
      volunteer_wish: wishes.volunteer.seal(tx, id, SILENT),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['resident_id', 'volunteer_id'])
        .doUpdateSet({ met_at: sql`greatest(meetings.met_at, excluded.met_at)` }),
    )
    .execute();
}

/** Forgets that two have met, whoever of them asked for help. */
export async function deleteMeeting(tx: Tx, two: readonly [string, string]): Promise<void> {
  await tx
    .deleteFrom('pairs.meetings')
    .where('resident_id', 'in', two)
    .where('volunteer_id', 'in', two)
    .execute();
}

/** Somebody whom one has met, as one of the two sees it. */
export interface Met {
  readonly id: string;
  readonly side: Side;
  readonly otherId: string;
  readonly other: Named;
  readonly metAt: Temporal.Instant;
  /** What the one who looks has said themselves. */
  readonly hasWished: boolean;
  /** When both were told that both wish it. */
  readonly toldAt: Temporal.Instant | null;
}

/** More than anybody meets in ninety days: nobody's wish is out of their own reach. */
export const MOST_MET = 200;

/** Whom somebody has met since an instant, the latest first. */
export async function listMet(db: Database, personId: string, since: Temporal.Instant): Promise<Met[]> {
  const otherId = sql<string>`case when m.resident_id = ${personId} then m.volunteer_id else m.resident_id end`;
  const rows = await db
    .selectFrom('pairs.meetings as m')
    .selectAll('m')
    .select([otherId.as('other_id'), namesOf(sql`${otherId}`).as('other')])
    .where((eb) => eb.or([eb('m.resident_id', '=', personId), eb('m.volunteer_id', '=', personId)]))
    .where('m.met_at', '>=', since)
    .orderBy('m.met_at', 'desc')
    .orderBy('m.id')
    .limit(MOST_MET)
    .execute();
  return rows.flatMap((row) => {
    const side = row.resident_id === personId ? 'resident' : 'volunteer';
    if (!row.other) return [];
    const { id, other_id: otherId, other, met_at: metAt, told_at: toldAt } = row;
    return [{ id, side, otherId, other, metAt, toldAt, hasWished: wishOf(db, row, side) }];
  });
}

/** Writes what one of the two wishes, also where it is what they had said before. */
export async function updateWish(
  tx: Tx,
  { id, side }: Pick<Met, 'id' | 'side'>,
  answer: Said,
): Promise<void> {
  const said = wishes[side].seal(tx, id, answer);
  await tx
    .updateTable('pairs.meetings')
    .set(side === 'resident' ? { resident_wish: said } : { volunteer_wish: said })
    .where('id', '=', id)
    .execute();
}

export interface Mutual {
  readonly id: string;
  readonly residentId: string;
  readonly volunteerId: string;
}

/** Locks and lists the meetings since an instant of which both wish for more and neither was told; as those lock them who answer. */
export async function lockMutual(tx: Tx, since: Temporal.Instant): Promise<Mutual[]> {
  const rows = await tx
    .selectFrom('pairs.meetings')
    .selectAll()
    .where('told_at', 'is', null)
    .where('met_at', '>=', since)
    .orderBy('met_at', 'desc')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows
    .filter((row) => wishOf(tx, row, 'resident') && wishOf(tx, row, 'volunteer'))
    .map((row) => ({ id: row.id, residentId: row.resident_id, volunteerId: row.volunteer_id }));
}

/** The meetings since an instant of which both were told that both wish it, and of which no pair has come yet; the latest first, at most fifty. */
export async function listToldMutual(
  db: Database,
  since: Temporal.Instant,
): Promise<(Mutual & { readonly toldAt: Temporal.Instant })[]> {
  const rows = await db
    .selectFrom('pairs.meetings as m')
    .select(['m.id', 'm.resident_id', 'm.volunteer_id', 'm.told_at'])
    .where('m.told_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pairs.pairs as p')
            .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
            .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
            .select('p.id')
            .whereRef('r.person_id', '=', 'm.resident_id')
            .whereRef('v.person_id', '=', 'm.volunteer_id')
            .whereRef('p.proposed_at', '>=', 'm.told_at'),
        ),
      ),
    )
    .orderBy('m.told_at', 'desc')
    .orderBy('m.id')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    residentId: row.resident_id,
    volunteerId: row.volunteer_id,
    toldAt: row.told_at ?? since,
  }));
}

export async function markTold(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('pairs.meetings').set({ told_at: at }).where('id', '=', id).execute();
}

function wishOf(db: Database, row: Selectable<PairsMeetings>, side: Side): boolean {
  return wishes[side].tryOpen(db, row.id, row[`${side}_wish`]) === 'wished';
}
