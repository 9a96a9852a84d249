import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { TrustRestrictions } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Restriction, RestrictionKind } from '../types.ts';

const setReason = sealedColumn('trust.restrictions.reason');
const liftReason = sealedColumn('trust.restrictions.lift_reason');

/** The people who must not meet somebody, whichever of the two the restriction was made for. */
export async function personsKeptApart(db: Database, personId: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select other_person_id as id from trust.restrictions
    where kind = 'apart' and person_id = ${personId}::uuid and until_at is null
    union
    select person_id from trust.restrictions
    where kind = 'apart' and other_person_id = ${personId}::uuid and until_at is null`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}

/** The same for many people at once, by person; who is kept apart from nobody is not in the map. */
export async function listKeptApart(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...personIds];
  const found = await sql<{ id: string; others: string[] }>`
    select id, array_agg(other) as others from (
      select person_id as id, other_person_id as other from trust.restrictions
      where kind = 'apart' and until_at is null and person_id = any(${ids}::uuid[])
      union
      select other_person_id, person_id from trust.restrictions
      where kind = 'apart' and until_at is null and other_person_id = any(${ids}::uuid[])) as apart
    group by id`.execute(db);
  return new Map(found.rows.map(({ id, others }) => [id, others]));
}

/** Whether two people must not meet. */
export async function areKeptApart(db: Database, personId: string, otherId: string): Promise<boolean> {
  const found = await sql<{ are: boolean }>`
    select exists (
      select from trust.restrictions
      where kind = 'apart' and until_at is null
        and person_id = least(${personId}::uuid, ${otherId}::uuid)
        and other_person_id = greatest(${personId}::uuid, ${otherId}::uuid)) as are`.execute(db);
  return found.rows[0]?.are ?? true;
}

/** What restricts some people at an instant, by person; not whom they are kept apart from. */
export async function listRestrictionsInForce(
  db: Database,
  personIds: readonly string[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, ReadonlySet<RestrictionKind>>> {
  const found = await sql<{ id: string; kinds: RestrictionKind[] }>`
    select person_id as id, array_agg(kind::text) as kinds from trust.restrictions
    where person_id = any (${[...personIds]}::uuid[]) and kind <> 'apart' and since_at <= ${at}::timestamptz
      and (until_at is null or until_at > ${at}::timestamptz)
    group by person_id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, new Set(row.kinds)]));
}

/** Whether the organization has stopped somebody at an instant: they neither help nor ask until it is lifted. */
export async function isSuspended(db: Database, personId: string, at: Temporal.Instant): Promise<boolean> {
  const kinds = (await listRestrictionsInForce(db, [personId], at)).get(personId);
  return kinds?.has('suspension') ?? false;
}

/** Everything that restricts or ever restricted some people, the newest first. */
export async function listRestrictions(db: Database, personIds: readonly string[]): Promise<Restriction[]> {
  const ids = sql<string>`any(${[...personIds]}::uuid[])`;
  const rows = await db
    .selectFrom('trust.restrictions')
    .selectAll()
    .where((is) => is.or([is('person_id', '=', ids), is('other_person_id', '=', ids)]))
    .orderBy('since_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => toRestriction(db, row));
}

export async function findRestriction(db: Database, id: string): Promise<Restriction | null> {
  const row = await db.selectFrom('trust.restrictions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toRestriction(db, row) : null;
}

export async function insertRestriction(
  tx: Tx,
  restriction: Pick<
    Restriction,
    'kind' | 'personId' | 'otherPersonId' | 'reason' | 'setBy' | 'sinceAt' | 'untilAt'
  >,
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('trust.restrictions')
    .values({
      id,
      kind: restriction.kind,
      person_id: restriction.personId,
      other_person_id: restriction.otherPersonId,
      reason: setReason.seal(tx, id, restriction.reason),
      set_by: restriction.setBy,
      since_at: restriction.sinceAt,
      until_at: restriction.untilAt,
    })
    .execute();
}

export async function endRestriction(
  tx: Tx,
  id: string,
  lifting: { byPersonId: string | null; reason: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('trust.restrictions')
    .set({
      until_at: lifting.at,
      lifted_by: lifting.byPersonId,
      lift_reason: liftReason.seal(tx, id, lifting.reason),
    })
    .where('id', '=', id)
    .execute();
}

function toRestriction(db: Database, row: Selectable<TrustRestrictions>): Restriction {
  return {
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    otherPersonId: row.other_person_id,
    reason: setReason.open(db, row.id, row.reason),
    setBy: row.set_by,
    sinceAt: row.since_at,
    untilAt: row.until_at,
    liftReason: liftReason.open(db, row.id, row.lift_reason),
  };
}
