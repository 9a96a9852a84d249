import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsPairs } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Pair, PairReasons } from '../types.ts';

const reasons = sealedColumn('pairs.pairs.reasons');

export interface NewPair {
  readonly volunteerApplicationId: string;
  readonly residentApplicationId: string;
  readonly coordinatorId: string;
  readonly roundId: string | null;
  readonly reasons: PairReasons;
  readonly fit: number;
  readonly answerBy: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/**
 * A proposal, with a place of both sides. Locks both applications.
 * @returns its id; null where one of them has no free place
 */
export async function insertPair(tx: Tx, pair: NewPair): Promise<string | null> {
  const id = randomUUID();
  const sides = [pair.volunteerApplicationId, pair.residentApplicationId];
  await lockApplications(tx, sides);
  const places = await listFreePlaces(tx, sides);
  if (sides.some((side) => !places.has(side))) return null;
  await tx
    .insertInto('pairs.pairs')
    .values({
      id,
      volunteer_application_id: pair.volunteerApplicationId,
      resident_application_id: pair.residentApplicationId,
      coordinator_id: pair.coordinatorId,
      round_id: pair.roundId,
      proposed_at: pair.now,
      reasons: reasons.seal(tx, id, JSON.stringify(pair.reasons)),
      fit: pair.fit,
      answer_by: pair.answerBy,
    })
    .execute();
  await tx
    .insertInto('pairs.held_places')
    .values(sides.map((side) => ({ application_id: side, place: places.get(side) ?? 0, pair_id: id })))
    .execute();
  return id;
}

/** Residents before volunteers, each by id, so that rivals wait for each other and never for ever. */
export async function lockApplications(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select from pairs.applications where id = any(${[...ids]}::uuid[])
    order by side, id for update`.execute(tx);
}

/** The first free place of each application that has one. */
export async function listFreePlaces(
  db: Database,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('pairs.places as p')
    .leftJoin('pairs.held_places as h', (join) =>
      join.onRef('h.application_id', '=', 'p.application_id').onRef('h.place', '=', 'p.place'),
    )
    .select(['p.application_id', sql<number>`min(p.place)::int`.as('place')])
    .where('p.application_id', '=', sql<string>`any(${[...applicationIds]}::uuid[])`)
    .where('h.pair_id', 'is', null)
    .groupBy('p.application_id')
    .execute();
  return new Map(rows.map((row) => [row.application_id, row.place]));
}

export type PairChanges = Partial<
  Pick<
    Selectable<PairsPairs>,
    | 'state'
    | 'coordinator_id'
    | 'answer_by'
    | 'volunteer_yes_at'
    | 'resident_yes_at'
    | 'started_on'
    | 'ends_on'
    | 'paused_on'
    | 'over_at'
    | 'ending'
  >
>;

export async function updatePair(tx: Tx, id: string, changes: PairChanges): Promise<void> {
  // Also what changes nothing of the row raises its version.
  await tx
    .updateTable('pairs.pairs')
    .set({ ...changes, version: sql`version` })
    .where('id', '=', id)
    .execute();
}

/** Pairs with the applicants of both sides. */
export function selectPairs(db: Database) {
  return db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .selectAll('p')
    .select(['v.person_id as volunteer_id', 'r.person_id as resident_id']);
}

export type PairRow = Selectable<PairsPairs> & {
  readonly volunteer_id: string;
  readonly resident_id: string;
};

export async function findPair(db: Database, id: string): Promise<Pair | null> {
  const row = await selectPairs(db).where('p.id', '=', id).executeTakeFirst();
  return row ? toPair(db, row) : null;
}

/** With its row locked. Where applications are locked too, they come first, by id. */
export async function lockPair(tx: Tx, id: string): Promise<Pair | null> {
  const row = await selectPairs(tx).where('p.id', '=', id).forUpdate('p').executeTakeFirst();
  return row ? toPair(tx, row) : null;
}

/** The pairs of an application, the newest first; at most a hundred. */
export async function listPairsOf(db: Database, applicationId: string): Promise<Pair[]> {
  const rows = await selectPairs(db)
    .where((eb) =>
      eb.or([
        eb('p.volunteer_application_id', '=', applicationId),
        eb('p.resident_application_id', '=', applicationId),
      ]),
    )
    .orderBy('p.proposed_at', 'desc')
    .orderBy('p.id')
    .limit(100)
    .execute();
  return rows.map((row) => toPair(db, row));
}

export function toPair(db: Database, row: PairRow): Pair {
  const said = reasons.tryOpen(db, row.id, row.reasons);
  return {
    id: row.id,
    volunteerApplicationId: row.volunteer_application_id,
    residentApplicationId: row.resident_application_id,
    volunteerId: row.volunteer_id,
    residentId: row.resident_id,
    state: row.state,
    version: row.version,
    coordinatorId: row.coordinator_id,
    roundId: row.round_id,
    proposedAt: row.proposed_at,
    reasons: said ? (JSON.parse(said) as PairReasons) : { codes: [], words: '' },
    fit: row.fit,
    answerBy: row.answer_by,
    volunteerYesAt: row.volunteer_yes_at,
    residentYesAt: row.resident_yes_at,
    startedOn: row.started_on,
    endsOn: row.ends_on,
    pausedOn: row.paused_on,
    overAt: row.over_at,
    ending: row.ending,
  };
}
